package io.spellmesh.nodes.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import io.spellmesh.nodes.text.JsonText;

/** Reads a list that is written as JSON. */
public final class JsonToArray implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<JsonNode> JSON = Input.any("input").of(SocketType.STRING);
  static final Output DONE = Output.trigger("trigger");
  static final Output LIST = Output.of("output", SocketType.ARRAY);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("json-to-array", "JSON To Array").group("Lists")
        .help("Reads JSON text and gives the list that it says. What is no list fails.")
        .in(TRIGGER, JSON).out(DONE, LIST).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return run.find(JSON.as(JsonText::read).as(Values::list)).map(list -> Result.of(LIST, list))
        .orElse(Result.nothing());
  }
}
