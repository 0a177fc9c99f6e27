package io.spellmesh.nodes.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.nodes.text.JsonText;

/** Reads JSON. */
public final class JsonToObject implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<JsonNode> JSON = Input.any("input").of(SocketType.STRING)
      .help("JSON as text; what is no text is given as it is.");
  static final Output DONE = Output.trigger("trigger");
  static final Output VALUE = Output.of("output", SocketType.OBJECT)
      .help("What the JSON says: an object, a list, or any other value.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("json-to-object", "JSON To Object").group("Data")
        .help("Reads JSON text and gives what it says: an object, a list, or any other value. What is no JSON "
            + "fails.")
        .alias("JSON Parse")
        .in(TRIGGER, JSON).out(DONE, VALUE).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return run.find(JSON.as(JsonText::read)).map(value -> Result.of(VALUE, value)).orElse(Result.nothing());
  }
}
