package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.run.RunError;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.node.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Numbers and dates events and hands them to the listener. */
final class Telling {
  private final Host host;
  private final RunListener listener;
  private final PartListener parts;
  private final Instant begun;
  private final Duration spent;
  private long last;
  private boolean over;

  Telling(Host host, RunListener listener, PartListener parts, long firstSeq, Duration spent) {
    this.host = host;
    this.listener = listener;
    this.parts = parts;
    this.spent = spent;
    last = firstSeq - 1;
    begun = host.now();
  }

  long last() {
    return last;
  }

  /** Nothing follows the final event, not even where its listener ends the run while it hears another. */
  private void tell(LongFunction<RunEvent> next) {
    if (!over) {
      RunEvent event = next.apply(++last);
      over = event.isFinal();
      listener.on(event);
    }
  }

  void started(ObjectNode inputs, Reuse reuse, Optional<String> to) {
    tell(seq -> new RunEvent.Started(seq, host.now(), inputs,
        reuse.pinned().isEmpty() ? Optional.empty() : Optional.of(reuse.pinned()), reuse.from(), to));
  }

  void resumed() {
    tell(seq -> new RunEvent.Resumed(seq, host.now()));
  }

  void nodeStarted(Step step) {
    tell(seq -> new RunEvent.NodeStarted(seq, step.started, step.node.id(), step.node.typeName(),
        step.path(), attempt(step)));
  }

  void nodeWaiting(Step step, Waiting what) {
    tell(seq -> switch (what) {
      case Waiting.Person person -> new RunEvent.NodeWaiting(seq, host.now(), step.node.id(), step.path(),
          RunEvent.NodeWaiting.PERSON, Optional.empty(), Optional.of(person.question()));
      case Waiting.Until until -> new RunEvent.NodeWaiting(seq, host.now(), step.node.id(), step.path(),
          RunEvent.NodeWaiting.TIME, Optional.of(until.at()), Optional.empty());
    });
  }

  void nodeAnswered(Step step, JsonNode value) {
    tell(seq -> new RunEvent.NodeAnswered(seq, host.now(), step.node.id(), step.path(), value));
  }

  /** No event: what has happened is told, and goes on from there. */
  void parked(Optional<Instant> until) {
    listener.parked(until, ms(host.now()));
  }

  void nodeLog(Step step, String level, String text) {
    tell(seq -> new RunEvent.NodeLog(seq, host.now(), step.node.id(), step.path(), level, text));
  }

  void part(Step step, String socket, String text) {
    if (!over && !text.isEmpty()) {
      parts.on(new PartListener.Piece(step.node.id(), step.path(), step.attempt, socket, text));
    }
  }

  void nodeCompleted(Step step) {
    Instant now = host.now();
    tell(seq -> new RunEvent.NodeCompleted(seq, now, step.node.id(), step.path(), step.outputs, step.fired,
        between(step.started, now), attempt(step), step.reused.map(any -> true),
        step.node.isBypassed() ? Optional.of(true) : Optional.empty(), step.used));
  }

  void nodeFailed(Step step, RunError error, Optional<Duration> retry) {
    tell(seq -> new RunEvent.NodeFailed(seq, host.now(), step.node.id(), step.path(), error, attempt(step),
        retry.map(Duration::toMillis)));
  }

  void completed(Map<String, JsonNode> outputs, List<RunEvent.WaitingFor> waitingFor) {
    Instant now = host.now();
    tell(seq -> new RunEvent.Completed(seq, now, outputs, ms(now),
        waitingFor.isEmpty() ? Optional.empty() : Optional.of(waitingFor)));
  }

  void failed(RunError error) {
    Instant now = host.now();
    tell(seq -> new RunEvent.Failed(seq, now, error, ms(now)));
  }

  void cancelled(String reason) {
    Instant now = host.now();
    tell(seq -> new RunEvent.Cancelled(seq, now, reason, ms(now)));
  }

  private static Optional<Integer> attempt(Step step) {
    return step.attempt == 1 ? Optional.empty() : Optional.of(step.attempt);
  }

  /** How long the run has taken, from one part to the next not counted. */
  private long ms(Instant now) {
    return spent.toMillis() + between(begun, now);
  }

  private static long between(Instant from, Instant to) {
    return to.toEpochMilli() - from.toEpochMilli();
  }
}
