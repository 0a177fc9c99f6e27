package io.spellmesh.nodes.number;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.util.function.BiPredicate;

/** What the nodes have in common that compare two numbers. A wired value wins over the card. */
final class Comparison {
  static final Input<Double> NUMBER = Input.number("input");
  static final Input<Double> VALUE = Input.number("value");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output YES = Output.trigger("true");
  static final Output NO = Output.trigger("false");
  static final Control.Number VALUE_ON_CARD =
      new Control.Number("value", "Value", 0, -Double.MAX_VALUE, Double.MAX_VALUE);

  private Comparison() {}

  static NodeSpec spec(String type, String title, String than) {
    return NodeSpec.of(type, title).group("Numbers")
        .help("Fires 'true' if the number is " + than + " the value. Without a number it fires 'false'.")
        .in(VALUE, TRIGGER, NUMBER).out(YES, NO).control(VALUE_ON_CARD).effect(Effect.PURE).build();
  }

  /** @param holds of the number, and the value that it is compared with */
  static Result fire(NodeRun run, BiPredicate<Double, Double> holds) {
    double value = run.find(VALUE).orElseGet(() -> run.control(VALUE_ON_CARD));
    return Result.fire(run.find(NUMBER).filter(number -> holds.test(number, value)).isPresent() ? YES : NO);
  }
}
