package io.spellmesh.nodes.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.nodes.text.JsonText;

/** Writes JSON. */
public final class ObjectToJson implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<JsonNode> VALUE = Input.any("input").of(SocketType.OBJECT)
      .help("The value that is written as JSON.");
  static final Output DONE = Output.trigger("trigger");
  static final Output JSON = Output.text("output")
      .help("It as JSON text.");
  static final Control.Toggle INDENT = new Control.Toggle("indent", "On many lines", false)
      .help("Each field on a line of its own, as people read it.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("object-to-json", "Object To JSON").group("Data")
        .help("Gives an object, or any other value, as JSON text.")
        .alias("JSON Stringify")
        .in(TRIGGER, VALUE).out(DONE, JSON).control(INDENT).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    boolean indent = run.control(INDENT);
    return run.find(VALUE).map(value -> Result.of(JSON,
        TextNode.valueOf(indent ? JsonText.indented(value) : JsonText.of(value)))).orElse(Result.nothing());
  }
}
