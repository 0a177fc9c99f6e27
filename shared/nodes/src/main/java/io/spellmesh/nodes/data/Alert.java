package io.spellmesh.nodes.data;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Tells the person who is looking on a text that is written on the card. */
public final class Alert implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Text TEXT = new Control.Text("text", "Text", "").withLines();

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("alert", "Alert").group("Data")
        .help("Shows the text on the card to whoever is watching the run, as a warning.")
        .in(TRIGGER).out(DONE).control(TEXT).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    run.log("warn", Log.shortened(run.control(TEXT)));
    return Result.nothing();
  }
}
