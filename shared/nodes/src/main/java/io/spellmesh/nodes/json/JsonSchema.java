package io.spellmesh.nodes.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.nodes.text.JsonText;

/** Sends the trigger one of two ways, by whether a value is as a schema wants it. */
public final class JsonSchema implements NodeType {
  static final Input<JsonNode> VALUE = Input.any("input")
      .help("The value to check; JSON text is read first.");
  static final Input<JsonNode> SCHEMA = Input.any("schema").of(SocketType.OBJECT)
      .help("What it must be like (2020-12). Wins over the card.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output YES = Output.trigger("true")
      .help("Goes off when the value is as the schema wants it.");
  static final Output NO = Output.trigger("false")
      .help("Goes off when it is not, or is no JSON.");
  static final Output SAME = Output.any("output")
      .help("The value, where it is JSON.");
  static final Output MISTAKES = Output.of("errors", SocketType.ARRAY)
      .help("What is wrong, and where, one text each.");
  static final Control.Code ON_CARD = new Control.Code("schema", "Schema", "{}", "json")
      .help("What the value must be like, as a JSON Schema (2020-12).");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("json-schema", "JSON Schema").group("Data")
        .help("Fires 'true' if a value, or JSON text, is as the schema (2020-12) wants it, and gives the value. "
            + "Otherwise it fires 'false' and gives what is wrong, and where.")
        .in(VALUE, SCHEMA, TRIGGER).out(YES, NO, SAME, MISTAKES).control(ON_CARD).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    JsonNode schema = run.find(SCHEMA.as(JsonText::read)).orElseGet(() -> JsonText.read(run.control(ON_CARD)));
    ArrayNode mistakes = JsonNodeFactory.instance.arrayNode();
    JsonNode value;
    try {
      value = run.need(VALUE.as(JsonText::read));
    } catch (NodeFailure noJson) {
      return Result.of(MISTAKES, mistakes.add(noJson.getMessage())).firing(NO.key());
    }
    new Schema(schema).mistakes(value).forEach(mistakes::add);
    return Result.of(SAME, value).and(MISTAKES, mistakes).firing((mistakes.isEmpty() ? YES : NO).key());
  }
}
