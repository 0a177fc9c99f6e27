package io.spellmesh.nodes.number;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A number with fewer decimals. */
public final class Round implements NodeType {
  private static final String NEAREST = "nearest";
  private static final String DOWN = "down";
  private static final String UP = "up";

  static final Input<Double> NUMBER = Input.number("input");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output ROUNDED = Output.of("result", SocketType.NUMBER);
  static final Control.Choice HOW = new Control.Choice("mode", "To", NEAREST, List.of(NEAREST, DOWN, UP));
  static final Control.Number DECIMALS = new Control.Number("decimals", "Decimals", 0, 0, 15);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("round", "Round").group("Numbers")
        .help("Gives the number with as many decimals as are wanted: the nearest one, the one below or the "
            + "one above.")
        .in(NUMBER, TRIGGER).out(DONE, ROUNDED).control(HOW, DECIMALS).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    RoundingMode mode = switch (run.control(HOW)) {
      case DOWN -> RoundingMode.FLOOR;
      case UP -> RoundingMode.CEILING;
      default -> RoundingMode.HALF_UP;
    };
    int decimals = (int) run.control(DECIMALS);
    // By its digits as they are written: 1.005 is rounded up, although its bits are a little less.
    return run.find(NUMBER).map(number -> Result.of(ROUNDED,
        Values.number(BigDecimal.valueOf(number).setScale(decimals, mode).doubleValue())))
        .orElse(Result.nothing());
  }
}
