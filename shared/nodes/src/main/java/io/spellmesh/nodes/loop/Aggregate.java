package io.spellmesh.nodes.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SocketType;

/** Makes a list of what came of every round of a loop. */
public final class Aggregate implements NodeType {
  static final Input<JsonNode> VALUES = Input.any("input")
      .help("What is given in each time of a loop.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output LIST = Output.of("output", SocketType.ARRAY)
      .help("A list of all of it, in the order of the elements.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("aggregate", "Aggregate").group("Loops")
        .help("Outside of a loop it gives a list of what a node inside gave in each round, in order. Rounds "
            + "that did not come to the node, or in which it gave nothing, are left out.")
        .in(VALUES, TRIGGER).out(DONE, LIST).effect(Effect.PURE).role(new Role.Collector()).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(LIST, JsonNodeFactory.instance.arrayNode().addAll(run.all(VALUES)));
  }
}
