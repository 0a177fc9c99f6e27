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
import io.spellmesh.engine.node.Waiting;
import java.time.Duration;

/** Lets time pass. */
public final class Delay implements NodeType {
  /** A body that waits has 120 s; longer, and the run is put aside until the time has come. */
  private static final double LONGEST_IN_MEMORY = 100;
  /** The engine puts no run aside for longer than 30 days. */
  private static final double LONGEST_SECONDS = 30 * 86_400 - 60;

  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<Double> SECONDS = Input.number("seconds")
      .help("How long to wait. Wins over the card.");
  static final Input<JsonNode> VALUE = Input.any("input")
      .help("Is passed on when the time is over.");
  static final Output DONE = Output.trigger("trigger");
  static final Output SAME = Output.any("output")
      .help("The value that came in.");
  static final Control.Number ON_CARD = new Control.Number("seconds", "Seconds", 1, 0, LONGEST_SECONDS)
      .help("How long to wait, up to 30 days.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("delay", "Delay").group("Time")
        .help("Goes on after so many seconds, at most 30 days of them, and passes its value on. A wired socket wins "
            + "over the card. After 100 s or more the run waits without a process.")
        .in(TRIGGER, SECONDS, VALUE).out(DONE, SAME).control(ON_CARD).effect(Effect.PURE).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    double seconds = run.find(SECONDS.as(Delay::checked)).orElseGet(() -> run.control(ON_CARD));
    Duration time = Duration.ofMillis(Math.round(seconds * 1000));
    if (seconds > LONGEST_IN_MEMORY && run.answer().isEmpty()) {
      return Result.waiting(new Waiting.Until(run.started().plus(time)));
    }
    if (seconds <= LONGEST_IN_MEMORY) {
      run.pause(time);
    }
    return run.find(VALUE).map(value -> Result.of(SAME, value)).orElse(Result.nothing());
  }

  private static double checked(double seconds) {
    if (seconds < 0 || seconds > LONGEST_SECONDS) {
      throw new NodeFailure("got " + Values.number(seconds) + ", needs 0 to " + Values.number(LONGEST_SECONDS));
    }
    return seconds;
  }
}
