package io.spellmesh.nodes.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;

/** How long a value is. */
public final class GetLength implements NodeType {
  static final Input<JsonNode> VALUE = Input.any("string");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output LENGTH = Output.of("output", SocketType.NUMBER);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("get-length", "Get Length").group("Data")
        .help("Gives how many characters a text has, how many elements a list, how many fields an object.")
        .in(VALUE, TRIGGER).out(DONE, LENGTH).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return run.find(VALUE).filter(value -> !value.isNull())
        .map(value -> Result.of(LENGTH, IntNode.valueOf(length(value)))).orElse(Result.nothing());
  }

  private static int length(JsonNode value) {
    return value.isContainerNode() ? value.size() : Values.text(value).length();
  }
}
