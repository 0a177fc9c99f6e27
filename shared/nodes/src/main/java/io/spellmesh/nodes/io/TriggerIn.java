package io.spellmesh.nodes.io;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;

/** Where a run begins that brings no value for a trigger of its own. */
public final class TriggerIn implements NodeType {
  static final Output TRIGGER = Output.trigger("trigger");
  static final Control.Text NAME = new Control.Text("name", "Name", "Trigger In");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("trigger-in", "Trigger In").group("Input and output")
        .help("Starts what hangs on it when the spell runs. Of several, the topmost one starts.")
        .alias("Module Trigger In")
        .out(TRIGGER).control(NAME).effect(Effect.PURE).role(new Role.TriggerEntry(TRIGGER)).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.nothing();
  }
}
