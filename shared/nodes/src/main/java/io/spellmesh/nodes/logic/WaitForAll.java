package io.spellmesh.nodes.logic;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SocketType;

/** Goes on when every one of its wired triggers has come. */
public final class WaitForAll implements NodeType {
  static final Output ALL = Output.trigger("default");
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Triggers", SocketType.TRIGGER)
      .help("The triggers that must all have come before it goes on.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("wait-for-all", "Wait For All").group("Logic")
        .help("Fires once, when all the triggers that are wired to it have come.")
        .out(ALL).control(INPUTS).effect(Effect.PURE).role(new Role.Join()).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.nothing();
  }
}
