package io.spellmesh.nodes.time;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Values;
import java.time.Duration;

/** Lets time pass. */
public final class Delay implements NodeType {
  /** A node that waits has 120 s; longer waits are not for a process's memory. */
  private static final double LONGEST_SECONDS = 100;

  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<Double> SECONDS = Input.number("seconds");
  static final Input<JsonNode> VALUE = Input.any("input");
  static final Output DONE = Output.trigger("trigger");
  static final Output SAME = Output.any("output");
  static final Control.Number ON_CARD = new Control.Number("seconds", "Seconds", 1, 0, LONGEST_SECONDS);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("delay", "Delay").group("Time")
        .help("Goes on after so many seconds, at most 100, and passes its value on. A wired socket wins over "
            + "the card.")
        .in(TRIGGER, SECONDS, VALUE).out(DONE, SAME).control(ON_CARD).effect(Effect.PURE).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    double seconds = run.find(SECONDS).orElseGet(() -> run.control(ON_CARD));
    if (seconds < 0 || seconds > LONGEST_SECONDS) {
      throw new NodeFailure(ON_CARD.label() + " is " + Values.number(seconds) + ", must be from 0 to "
          + Values.number(LONGEST_SECONDS));
    }
    run.pause(Duration.ofMillis(Math.round(seconds * 1000)));
    return run.find(VALUE).map(value -> Result.of(SAME, value)).orElse(Result.nothing());
  }
}
