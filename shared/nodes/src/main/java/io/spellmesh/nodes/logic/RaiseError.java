package io.spellmesh.nodes.logic;

import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Fails, with a text of one's own. */
public final class RaiseError implements NodeType {
  private static final int LONGEST = 2_000;

  static final Input<String> MESSAGE = Input.text("string")
      .help("The message that the node fails with.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output VALUE = Output.text("output")
      .help("Nothing: what fails gives no value.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("error", "Error").group("Logic")
        .help("Fails with the message it gets, and the run with it, unless a Try Catch is around it.")
        .in(MESSAGE, TRIGGER).out(DONE, VALUE).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String message = run.find(MESSAGE).orElse("this point should not have been reached");
    throw new NodeFailure(message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…");
  }
}
