package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Mistake;
import io.spellmesh.engine.node.NodeFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
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
   * @throws Failure UNPROCESSABLE if the spell has no such input, or nothing to begin with, or not what is pinned,
   *     gone from or gone to; BAD_REQUEST if the inputs, answers or pinned outputs are too large, too deep or no JSON
   */
  public Run(String key, Program program, ObjectNode inputs, RunSettings settings, Host host,
      RunListener listener, PartListener parts) {
    this.host = host;
    Map<String, JsonNode> answers = new LinkedHashMap<>(settings.earlier().answers());
    answers.replaceAll((step, value) -> admit("value", value, settings.limits()));
    this.settings = settings.with(settings.earlier().with(answers)).with(admit(settings.reuse(), settings.limits()));
    this.inputs = (ObjectNode) admit("inputs", inputs, settings.limits());
    Map<Integer, JsonNode> given = Start.given(program.root(), this.inputs, settings.emitted()
        .map(emitted -> new Emitted(emitted.node(), admit("item", emitted.item(), settings.limits()))));
    Goal goal = this.settings.to().map(node -> Goal.of(program, node)).orElse(Goal.NONE);
    start = goal.start("", program.root(), given, Optional.empty()).orElseThrow(() -> {
      String message = "the spell has neither a wired entry nor an output, so there is nothing to run";
      return Failure.unprocessable(message, List.of(Mistake.of(message)));
    });
    new Pins(program).check(this.settings.reuse());
    TakingOver taking = new TakingOver(this.settings.reuse(), program);
    frame = new Frame(program, program.root(), given, Optional.empty(),
        taking.fresh(Optional.empty(), program.root()),
        goal.wanted("", program.root()));
    telling = new Telling(host, listener, parts, settings.firstSeq(), settings.earlier().spent());
    ending = new Ending(telling);
    conductor = new Conductor(key, this.settings, taking, goal, host, telling, ending);
    ending.arm(this::stop, conductor.bodies::isAnythingOutside);
  }

  /** A run whose pieces nobody hears. */
  public Run(String key, Program program, ObjectNode inputs, RunSettings settings, Host host,
      RunListener listener) {
    this(key, program, inputs, settings, host, listener, PartListener.NOBODY);
  }

  private static Reuse admit(Reuse reuse, Limits limits) {
    Map<String, ObjectNode> pinned = new LinkedHashMap<>(reuse.pinned());
    pinned.replaceAll((node, outputs) -> (ObjectNode) admit("pinned node '" + node + "'", outputs, limits));
    return new Reuse(pinned, reuse.from(), reuse.recorded());
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
    Duration left = time.minus(settings.earlier().spent());
    timer = Optional.of(host.after(left.isNegative() ? Duration.ZERO : left, () -> ending.fail(FailureCode.TIMED_OUT,
        "the run took longer than " + time.toSeconds() + " s, which is the limit")));
    if (settings.firstSeq() == 1) {
      telling.started(inputs, settings.reuse(), settings.to());
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

  /**
   * What a person answers to a step that waits for one. Its body is run again, and may wait again. Call it on the
   * strand.
   *
   * @param step as its {@code node.waiting} named it
   * @throws Failure NOT_FOUND if no such step has waited, CONFLICT if it waits no more or for a time or the run is over,
   *     BAD_REQUEST if the value is too large, too deep or no JSON
   */
  public void answer(String step, JsonNode value) {
    if (ending.isOver()) {
      throw Failure.conflict("the run is over, nothing waits in it");
    }
    conductor.waits.answer(step, admit("value", value, settings.limits()));
  }

  /** Whether it has stopped until it is resumed. */
  public boolean isParked() {
    return ending.isParked();
  }

  /** Whether nothing happens here any more: it has ended, or is parked. */
  public boolean isOver() {
    return ending.isOver();
  }

  private void stop(Stopped why) {
    timer.ifPresent(Host.Timer::callOff);
    conductor.deadlines.stop();
    conductor.waits.stop(scope -> true);
    conductor.bodies.stop(scope -> true, why);
  }
}
