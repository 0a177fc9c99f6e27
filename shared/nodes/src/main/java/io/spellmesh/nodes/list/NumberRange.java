package io.spellmesh.nodes.list;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;

/** A list of numbers, one after the other. */
public final class NumberRange implements NodeType {
  private static final double FARTHEST = 1e15;

  static final Input<Double> FROM = Input.number("start");
  static final Input<Double> TO = Input.number("end");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output NUMBERS = Output.of("output", SocketType.ARRAY);
  static final Control.Number START = new Control.Number("start", "From", 1, -FARTHEST, FARTHEST);
  static final Control.Number END = new Control.Number("end", "To", 10, -FARTHEST, FARTHEST);
  static final Control.Number STEP = new Control.Number("step", "By", 1, -FARTHEST, FARTHEST);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("number-range", "Number Range").group("Lists")
        .help("Gives a list of the numbers from one to another, both of them too. A wired socket wins over "
            + "the card.")
        .in(FROM, TO, TRIGGER).out(DONE, NUMBERS).control(START, END, STEP).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    double from = run.find(FROM).orElseGet(() -> run.control(START));
    double to = run.find(TO).orElseGet(() -> run.control(END));
    double step = run.control(STEP);
    if (step == 0) {
      throw new NodeFailure(STEP.label() + " is 0, must lead from one number to the next");
    }
    double count = Math.max(0, Math.floor((to - from) / step) + 1);
    ListBound.check(count);
    ArrayNode numbers = JsonNodeFactory.instance.arrayNode((int) count);
    for (int i = 0; i < count; i++) {
      numbers.add(Values.number(from + i * step));
    }
    return Result.of(NUMBERS, numbers);
  }
}
