package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.Waiting;
import io.spellmesh.engine.plan.Plan;
import io.spellmesh.engine.plan.PlanNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the events of a run say of it, as far as it must be known to go on. */
public final class History {
  private final Map<String, Recorded> recorded = new LinkedHashMap<>();
  private final Map<String, Waited> waited = new LinkedHashMap<>();
  private final Map<String, RunEvent.NodeStarted> begun = new LinkedHashMap<>();
  private ObjectNode inputs = JsonNodeFactory.instance.objectNode();
  private Map<String, ObjectNode> pinned = Map.of();
  private Optional<Runner.From> from = Optional.empty();
  private Optional<String> to = Optional.empty();
  private Duration spent = Duration.ZERO;
  private Instant begin = Instant.EPOCH;
  private Instant end = Instant.EPOCH;
  private long last;

  /** @param events all there are, in order, with their values in them */
  public static History of(List<RunEvent> events) {
    History history = new History();
    events.forEach(history::add);
    return history;
  }

  private void add(RunEvent event) {
    last = event.seq();
    switch (event) {
      case RunEvent.Started started -> {
        inputs = started.inputs();
        pinned = started.pinned().orElse(Map.of());
        from = started.from();
        to = started.to();
        partFrom(started.at());
      }
      case RunEvent.Resumed resumed -> partFrom(resumed.at());
      case RunEvent.NodeStarted started -> {
        begun.put(started.step(), started);
        waited.computeIfPresent(started.step(),
            (step, wait) -> new Waited(wait.what(), attempt(step), wait.answer()));
      }
      case RunEvent.NodeWaiting waiting -> waited.put(waiting.step(),
          new Waited(what(waiting), attempt(waiting.step()), Optional.empty()));
      case RunEvent.NodeAnswered answered -> waited.computeIfPresent(answered.step(),
          (step, wait) -> new Waited(wait.what(), wait.attempt(), Optional.of(answered.value())));
      case RunEvent.NodeCompleted done -> {
        begun.remove(done.step());
        recorded.put(done.step(), new Recorded(done.outputs(), done.fired()));
      }
      case RunEvent.NodeFailed failed -> {
        if (failed.retryMs().isEmpty()) {
          begun.remove(failed.step());
          recorded.put(failed.step(), Recorded.failed(failed.error()));
        }
      }
      case RunEvent.NodeLog log -> { }
      case RunEvent.Interrupted interrupted -> { }
      case RunEvent.Completed completed -> { }
      case RunEvent.Failed failed -> { }
      case RunEvent.Cancelled cancelled -> { }
    }
    // When it was found to be interrupted it had stood still for a while.
    if (!(event instanceof RunEvent.Interrupted)) {
      end = event.at();
    }
  }

  private void partFrom(Instant first) {
    spent = spent();
    begin = first;
    end = first;
  }

  private int attempt(String step) {
    return Optional.ofNullable(begun.get(step)).flatMap(RunEvent.NodeStarted::attempt).orElse(1);
  }

  private static Waiting what(RunEvent.NodeWaiting waiting) {
    return waiting.until().<Waiting>map(Waiting.Until::new)
        .orElseGet(() -> new Waiting.Person(waiting.question().orElse(JsonNodeFactory.instance.nullNode())));
  }

  /** Number of the last event. */
  public long last() {
    return last;
  }

  /** What the run was given. */
  public ObjectNode inputs() {
    return inputs;
  }

  /** What its nodes gave in place of running. */
  public Map<String, ObjectNode> pinned() {
    return pinned;
  }

  /** The run whose results it took over. */
  public Optional<Runner.From> from() {
    return from;
  }

  /** The node that it goes to. */
  Optional<String> to() {
    return to;
  }

  /** The item of a source that the run began with. */
  public Optional<Emitted> emitted(Plan plan) {
    for (PlanNode source : plan.sources()) {
      Recorded gave = recorded.get(source.id());
      if (gave != null && source.spec().role() instanceof Role.Source role
          && gave.outputs().containsKey(role.item().key())) {
        return Optional.of(new Emitted(source.id(), gave.outputs().get(role.item().key())));
      }
    }
    return Optional.empty();
  }

  /** What its steps gave. */
  public Map<String, Recorded> recorded() {
    return recorded;
  }

  /** @throws Failure NOT_FOUND or CONFLICT, if the step does not wait for a person */
  public void requireWaiting(String step) {
    Waited wait = waited(step).orElseThrow(() -> Waits.unknown(step));
    if (wait.answer().isPresent() || isGivenUp(step)) {
      throw Waits.noMore(step);
    }
    Waits.requirePerson(step, wait.what());
  }

  private Optional<Waited> waited(String step) {
    return Optional.ofNullable(waited.get(step));
  }

  Earlier earlier(Map<String, JsonNode> answers) {
    Map<String, Waited> stillWanted = new LinkedHashMap<>(waited);
    stillWanted.keySet().removeIf(this::isGivenUp);
    return new Earlier(begun.keySet(), stillWanted, answers, spent());
  }

  /** How long the run took so far; from one part to the next is not counted. */
  public Duration spent() {
    return spent.plus(Duration.between(begin, end));
  }

  /** The starts of steps whose bodies may have been under way at the end. */
  public List<RunEvent.NodeStarted> underWay() {
    return begun.values().stream().filter(started -> !isGivenUp(started.step())
        && waited(started.step()).filter(wait -> wait.answer().isEmpty()).isEmpty()).toList();
  }

  /** Whether a sub-spell that it belongs to has ended, without waiting for it. */
  private boolean isGivenUp(String step) {
    for (int i = step.indexOf('/'); i >= 0; i = step.indexOf('/', i + 1)) {
      if (recorded.containsKey(step.substring(0, i))) {
        return true;
      }
    }
    return false;
  }
}
