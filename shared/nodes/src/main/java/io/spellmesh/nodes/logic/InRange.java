package io.spellmesh.nodes.logic;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Sends the trigger one of two ways, by whether a number lies between two others. */
public final class InRange implements NodeType {
  static final Input<Double> START = Input.number("startNumber")
      .help("The least number that is within. Wins over the card.");
  static final Input<Double> END = Input.number("endNumber")
      .help("The greatest number that is within. Wins over the card.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<Double> NUMBER = Input.number("input")
      .help("The number in question.");
  static final Output YES = Output.trigger("true");
  static final Output NO = Output.trigger("false");
  static final Control.Number FROM =
      new Control.Number("startNumber", "From", 10, -Double.MAX_VALUE, Double.MAX_VALUE)
      .help("The least number that is within.");
  static final Control.Number TO =
      new Control.Number("endNumber", "To", 100, -Double.MAX_VALUE, Double.MAX_VALUE)
      .help("The greatest number that is within.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("in-range", "In Range").group("Logic")
        .help("Fires 'true' if the number is neither below the start nor above the end. "
            + "A wired start or end wins over the one on the card.")
        .in(START, END, TRIGGER, NUMBER).out(YES, NO).control(FROM, TO).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    double from = run.find(START).orElseGet(() -> run.control(FROM));
    double to = run.find(END).orElseGet(() -> run.control(TO));
    boolean inside = run.find(NUMBER).map(number -> from <= number && number <= to).orElse(false);
    return Result.fire(inside ? YES : NO);
  }
}
