package io.spellmesh.nodes.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.List;

/** Finds values in JSON. */
public final class JsonPath implements NodeType {
  static final Input<JsonNode> JSON = Input.any("input")
      .help("The value to look through; JSON text is read first.");
  static final Input<String> PATH = Input.text("path")
      .help("What to look for, such as $.people[0].name. Wins over the card.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output FIRST = Output.any("output")
      .help("The first value that was found; nothing if there was none.");
  static final Output ALL = Output.of("all", SocketType.ARRAY)
      .help("All that was found, in order; an empty list if there was nothing.");
  static final Control.Text ON_CARD = new Control.Text("path", "Path", "$")
      .help("What to look for (RFC 9535), such as $.people[?@.age > 30].name.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("json-path", "JSON Path").group("Data")
        .help("Gives what a path finds in a value or JSON text, such as $.people[?@.age > 30].name: the first "
            + "that it finds, and all of them.")
        .in(JSON, PATH, TRIGGER).out(DONE, FIRST, ALL).control(ON_CARD).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    PathQuery path = run.find(PATH.as(PathQuery::of)).orElseGet(() -> PathQuery.of(run.control(ON_CARD)));
    List<JsonNode> found = path.in(run.need(JSON.as(JsonText::read)));
    ArrayNode all = JsonNodeFactory.instance.arrayNode().addAll(found);
    return found.isEmpty() ? Result.of(ALL, all) : Result.of(FIRST, found.get(0)).and(ALL, all);
  }
}
