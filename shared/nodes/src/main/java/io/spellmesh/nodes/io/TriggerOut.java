package io.spellmesh.nodes.io;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;

/** A named way out of the spell: the spell that ran this one goes on there. */
public final class TriggerOut implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Control.Text NAME = new Control.Text("name", "Name", "Trigger Out");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("trigger-out", "Trigger Out").group("Input and output")
        .help("Tells the spell that ran this one that this point was reached.")
        .alias("Module Trigger Out")
        .in(TRIGGER).control(NAME).effect(Effect.PURE).role(new Role.TriggerExit()).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.nothing();
  }
}
