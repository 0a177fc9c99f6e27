package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The steps that wait for people and times. */
final class Waits {
  /** For less it is not worth to stop a run, write it down, and load it again. */
  static final Duration SHORT = Duration.ofSeconds(10);
  /** No longer than what has happened is kept. */
  static final Duration LONGEST = Duration.ofDays(30);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final String QUESTION = "question";

  private record Wait(Step step, Waiting what, Optional<Host.Timer> timer) {}

  private final Conductor conductor;
  private final Map<String, Wait> waits = new LinkedHashMap<>();
  private final Set<String> over = new HashSet<>();

  Waits(Conductor conductor) {
    this.conductor = conductor;
  }

  /** A body has said for what it waits. */
  void begin(Step step, Waiting asked) {
    Waiting what = admit(step, asked);
    if (!conductor.ending().isOver()) {
      conductor.telling.nodeWaiting(step, what);
      wait(step, what);
    }
  }

  private Waiting admit(Step step, Waiting asked) {
    return switch (asked) {
      case Waiting.Person person -> new Waiting.Person(
          conductor.usage.admit(step.node, Map.of(QUESTION, person.question())).get(QUESTION));
      case Waiting.Until until -> {
        if (until.at().isAfter(conductor.host.now().plus(LONGEST))) {
          throw new NodeFailure("waits until " + until.at() + ", at most " + LONGEST.toDays()
              + " days from now are allowed");
        }
        yield until;
      }
    };
  }

  private void wait(Step step, Waiting what) {
    step.phase = Step.Phase.WAITING;
    Optional<Host.Timer> timer = switch (what) {
      case Waiting.Person person -> Optional.empty();
      case Waiting.Until until -> Optional.of(conductor.host.after(left(until), () -> timeHasCome(step, until)));
    };
    waits.put(step.path(), new Wait(step, what, timer));
  }

  /** A timer that was called off may have rung already. */
  private void timeHasCome(Step step, Waiting.Until until) {
    Wait wait = waits.get(step.path());
    if (wait != null && wait.step == step && wait.what == until) {
      come(step, TextNode.valueOf(until.at().toString()));
      conductor.turn();
    }
  }

  private Duration left(Waiting.Until until) {
    Duration left = Duration.between(conductor.host.now(), until.at());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** The step goes on where it stood in an earlier part of the run. */
  void goOn(Step step, Waited before) {
    step.attempt = before.attempt();
    if (before.answer().isPresent()) {
      over.add(step.path());
      step.answer = before.answer();
      conductor.bodies.begin(step);
      return;
    }
    wait(step, before.what());
    Optional.ofNullable(conductor.settings.earlier().answers().get(step.path()))
        .ifPresent(answer -> come(step, answer));
  }

  /** @throws Failure NOT_FOUND or CONFLICT, if the step does not wait for a person */
  void answer(String path, JsonNode value) {
    Wait wait = waits.get(path);
    if (wait == null && isStillToCome(path)) {
      throw Failure.unavailable("the run has not come to step '" + path + "' again, ask again", SOON);
    }
    if (wait == null) {
      throw over.contains(path) || conductor.settings.recorded().containsKey(path) ? noMore(path) : unknown(path);
    }
    requirePerson(path, wait.what);
    come(wait.step, value);
    conductor.turn();
  }

  /** A run that goes on gets to its waiting steps one after the other. */
  private boolean isStillToCome(String path) {
    Waited before = conductor.settings.earlier().waited().get(path);
    return before != null && before.answer().isEmpty() && !over.contains(path);
  }

  static Failure unknown(String path) {
    return Failure.notFound("the run has no step '" + path + "' that waits");
  }

  static Failure noMore(String path) {
    return Failure.conflict("step '" + path + "' does not wait any more");
  }

  /** @throws Failure CONFLICT */
  static void requirePerson(String path, Waiting what) {
    switch (what) {
      case Waiting.Person person -> { }
      case Waiting.Until until -> throw Failure.conflict(
          "step '" + path + "' waits until " + until.at() + ", and for no answer");
    }
  }

  /** What a step waited for is there: its body is run again. */
  private void come(Step step, JsonNode answer) {
    over.add(step.path());
    waits.remove(step.path()).timer.ifPresent(Host.Timer::callOff);
    step.phase = Step.Phase.RUNNING;
    step.answer = Optional.of(answer);
    conductor.usage.step();
    if (conductor.isGivenUp(step)) {
      return;
    }
    conductor.telling.nodeAnswered(step, answer);
    try {
      conductor.bodies.begin(step);
    } catch (RuntimeException error) {
      conductor.fail(step, error);
    }
  }

  boolean isAny() {
    return !waits.isEmpty();
  }

  /** When the first of the times comes that are waited for. */
  Optional<Instant> next() {
    return waits.values().stream().map(Wait::what).filter(Waiting.Until.class::isInstance)
        .map(until -> ((Waiting.Until) until).at()).min(Comparator.naturalOrder());
  }

  /** Whether one of them comes so soon that the run stays for it. */
  boolean isAnyShort() {
    return next().filter(at -> !at.isAfter(conductor.host.now().plus(SHORT))).isPresent();
  }

  /** Nobody waits any more where it says. */
  void stop(Predicate<Scope> where) {
    List.copyOf(waits.values()).stream().filter(wait -> where.test(wait.step.scope)).forEach(wait -> {
      waits.remove(wait.step.path());
      over.add(wait.step.path());
      wait.timer.ifPresent(Host.Timer::callOff);
    });
  }
}
