package io.spellmesh.nodes.logic;

import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Goes on once, whichever of its triggers came first. */
public final class OrGate implements NodeType {
  static final Input<Void> FIRST = Input.trigger("trigger1");
  static final Input<Void> SECOND = Input.trigger("trigger2");
  static final Output TRIGGER = Output.trigger("trigger");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("or-gate", "Or Gate").group("Logic")
        .help("Fires once, as soon as one of its triggers has come.")
        .in(FIRST, SECOND).out(TRIGGER).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.nothing();
  }
}
