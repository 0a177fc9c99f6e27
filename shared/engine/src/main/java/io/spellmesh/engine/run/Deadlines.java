package io.spellmesh.engine.run;

import io.spellmesh.contract.FailureCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How long nodes may take that run other nodes: another spell, or what hangs on a loop. One that names no time may take
 * as long as its run. Like that of the run, their clock stands still while the run is parked.
 */
final class Deadlines {
  private final Conductor conductor;
  private final Map<Step, Host.Timer> timers = new HashMap<>();

  Deadlines(Conductor conductor) {
    this.conductor = conductor;
  }

  /** @param timeUp gives up what the step runs, and fails it */
  void begin(Step step, Consumer<Stopped> timeUp) {
    step.node.patience().timeout().ifPresent(time -> timers.put(step,
        conductor.host.after(time, () -> ring(step, time, timeUp))));
  }

  /** A timer that was called off may have rung already. */
  private void ring(Step step, Duration time, Consumer<Stopped> timeUp) {
    if (timers.remove(step) != null && !conductor.isGivenUp(step)) {
      timeUp.accept(late(time));
      conductor.turn();
    }
  }

  static Stopped late(Duration time) {
    return new Stopped(FailureCode.TIMED_OUT, "took longer than " + seconds(time) + " s");
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0 ? Long.toString(time.toSeconds())
        : Double.toString(time.toMillis() / 1000.0);
  }

  /** What it runs is over. */
  void end(Step step) {
    if (!timers.isEmpty()) {
      Host.Timer timer = timers.remove(step);
      if (timer != null) {
        timer.callOff();
      }
    }
  }

  /** The run is over, or parked. */
  void stop() {
    timers.values().forEach(Host.Timer::callOff);
    timers.clear();
  }
}
