package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.run.RunError;
import io.spellmesh.contract.run.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers and dates events and hands them to the listener. */
final class Telling {
  private final Host host;
  private final RunListener listener;
  private final Instant begun;
  private long last;

  Telling(Host host, RunListener listener, long firstSeq) {
    this.host = host;
    this.listener = listener;
    last = firstSeq - 1;
    begun = host.now();
  }

  long last() {
    return last;
  }

  void started(ObjectNode inputs) {
    listener.on(new RunEvent.Started(++last, host.now(), inputs));
  }

  void resumed() {
    listener.on(new RunEvent.Resumed(++last, host.now()));
  }

  void nodeStarted(Step step) {
    listener.on(new RunEvent.NodeStarted(++last, step.started, step.node.id(), step.node.typeName(),
        step.path(), attempt(step)));
  }

  void nodeLog(Step step, String level, String text) {
    listener.on(new RunEvent.NodeLog(++last, host.now(), step.node.id(), step.path(), level, text));
  }

  void nodeCompleted(Step step) {
    Instant now = host.now();
    listener.on(new RunEvent.NodeCompleted(++last, now, step.node.id(), step.path(), step.outputs, step.fired,
        between(step.started, now), attempt(step)));
  }

  void nodeFailed(Step step, RunError error, Optional<Duration> retry) {
    listener.on(new RunEvent.NodeFailed(++last, host.now(), step.node.id(), step.path(), error, attempt(step),
        retry.map(Duration::toMillis)));
  }

  void completed(Map<String, JsonNode> outputs, List<RunEvent.WaitingFor> waitingFor) {
    Instant now = host.now();
    listener.on(new RunEvent.Completed(++last, now, outputs, between(begun, now),
        waitingFor.isEmpty() ? Optional.empty() : Optional.of(waitingFor)));
  }

  void failed(RunError error) {
    Instant now = host.now();
    listener.on(new RunEvent.Failed(++last, now, error, between(begun, now)));
  }

  void cancelled(String reason) {
    Instant now = host.now();
    listener.on(new RunEvent.Cancelled(++last, now, reason, between(begun, now)));
  }

  private static Optional<Integer> attempt(Step step) {
    return step.attempt == 1 ? Optional.empty() : Optional.of(step.attempt);
  }

  private static long between(Instant from, Instant to) {
    return to.toEpochMilli() - from.toEpochMilli();
  }
}
