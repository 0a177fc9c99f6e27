package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Mistake;
import io.spellmesh.engine.node.NodeFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of one spell. Make it, {@link #start} it on its strand, and hear of everything by its events;
 * the last is final.
 */
public final class Run {
  private final Conductor conductor;
  private final Ending ending;
  private final Telling telling;
  private final Frame frame;
  private final Start start;
  private final ObjectNode inputs;
  private final RunSettings settings;
  private final Host host;
  private Optional<Host.Timer> timer = Optional.empty();

  /**
   * @param key    the run's id, part of the keys under which its steps change the world
   * @param inputs by input name
   * @throws Failure UNPROCESSABLE if the spell has no such input, or nothing to begin with; BAD_REQUEST if
   *     the inputs are too large, too deep or no JSON
   */
  public Run(String key, Program program, ObjectNode inputs, RunSettings settings, Host host,
      RunListener listener, PartListener parts) {
    this.host = host;
    this.settings = settings;
    this.inputs = (ObjectNode) admit("inputs", inputs, settings.limits());
    Map<Integer, JsonNode> given = Start.given(program.root(), this.inputs, settings.emitted()
        .map(emitted -> new Emitted(emitted.node(), admit("item", emitted.item(), settings.limits()))));
    start = Start.of(program.root(), given).orElseThrow(() -> {
      String message = "the spell has neither a wired entry nor an output, so there is nothing to run";
      return Failure.unprocessable(message, List.of(Mistake.of(message)));
    });
    frame = new Frame(program.root(), given, "", Optional.empty());
    telling = new Telling(host, listener, parts, settings.firstSeq());
    ending = new Ending(telling);
    conductor = new Conductor(key, program, settings, host, telling, ending);
    ending.arm(this::stop, conductor.bodies::isAnythingOutside);
  }

  /** A run whose pieces nobody hears. */
  public Run(String key, Program program, ObjectNode inputs, RunSettings settings, Host host,
      RunListener listener) {
    this(key, program, inputs, settings, host, listener, PartListener.NOBODY);
  }

  private static JsonNode admit(String what, JsonNode value, Limits limits) {
    Admission admission = new Admission();
    JsonNode admitted;
    try {
      admitted = admission.admit(value);
    } catch (NodeFailure wrong) {
      throw Failure.badRequest(what + ": " + wrong.getMessage());
    }
    if (admission.bytes() > limits.valueBytes()) {
      throw Failure.badRequest(what + ": " + admission.bytes() + " bytes, at most "
          + limits.valueBytes() + " are allowed");
    }
    return admitted;
  }

  /** Begins, if it was not cancelled before. Call it once, on the strand. */
  public void start() {
    if (ending.isOver()) {
      return;
    }
    Duration time = settings.limits().time();
    timer = Optional.of(host.after(time, () -> ending.fail(FailureCode.TIMED_OUT,
        "the run took longer than " + time.toSeconds() + " s, which is the limit")));
    if (settings.firstSeq() == 1) {
      telling.started(inputs);
    } else {
      telling.resumed();
    }
    conductor.begin(frame, start);
    conductor.turn();
  }

  /** Ends the run, if it has not ended. Call it on the strand. */
  public void cancel(String reason) {
    ending.cancel(reason);
  }

  /** Ends the run as failed, if it has not ended. Call it on the strand. */
  public void fail(FailureCode code, String message) {
    ending.fail(code, message);
  }

  public boolean isOver() {
    return ending.isOver();
  }

  private void stop(Stopped why) {
    timer.ifPresent(Host.Timer::callOff);
    conductor.bodies.stop(scope -> true, why);
  }
}
