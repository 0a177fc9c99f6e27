package io.spellmesh.nodes.number;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;

/** What the nodes have in common that make one number of two. A wired socket wins over the card. */
final class Calculation {
  static final Input<Double> FIRST = Input.number("firstNumber");
  static final Input<Double> SECOND = Input.number("secondNumber");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output RESULT = Output.of("result", SocketType.NUMBER);
  static final Control.Number FIRST_ON_CARD =
      new Control.Number("firstNumber", "First number", 1, -Double.MAX_VALUE, Double.MAX_VALUE);
  static final Control.Number SECOND_ON_CARD =
      new Control.Number("secondNumber", "Second number", 1, -Double.MAX_VALUE, Double.MAX_VALUE);

  private Calculation() {}

  static NodeSpec spec(String type, String title, String help) {
    return NodeSpec.of(type, title).group("Numbers").help(help).in(FIRST, SECOND, TRIGGER).out(DONE, RESULT)
        .control(FIRST_ON_CARD, SECOND_ON_CARD).effect(Effect.PURE).build();
  }

  static double first(NodeRun run) {
    return run.find(FIRST).orElseGet(() -> run.control(FIRST_ON_CARD));
  }

  static double second(NodeRun run) {
    return run.find(SECOND).orElseGet(() -> run.control(SECOND_ON_CARD));
  }

  /** @throws NodeFailure if the number is beyond those that can be written */
  static Result result(double number) {
    if (!Double.isFinite(number)) {
      throw new NodeFailure("the result is too large to be written as a number");
    }
    return Result.of(RESULT, Values.number(number));
  }
}
