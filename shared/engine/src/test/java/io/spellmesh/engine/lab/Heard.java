package io.spellmesh.engine.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.run.RunError;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.run.Recorded;
import io.spellmesh.engine.run.RunListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The events of a run. */
public final class Heard implements RunListener {
  private final List<RunEvent> events = new ArrayList<>();

  @Override
  public void on(RunEvent event) {
    events.add(event);
  }

  public List<RunEvent> events() {
    return List.copyOf(events);
  }

  public <E extends RunEvent> Stream<E> all(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast);
  }

  public RunEvent last() {
    return events.getLast();
  }

  public Map<String, JsonNode> outputs() {
    return assertInstanceOf(RunEvent.Completed.class, last(), () -> last().toString()).outputs();
  }

  /** The output called out, as JSON. */
  public String output() {
    return String.valueOf(outputs().get("out"));
  }

  public RunError error() {
    return assertInstanceOf(RunEvent.Failed.class, last(), () -> last().toString()).error();
  }

  /** Steps in the order in which they started. */
  public List<String> started() {
    return all(RunEvent.NodeStarted.class).map(RunEvent.NodeStarted::step).toList();
  }

  public List<RunEvent.WaitingFor> waitingFor() {
    return assertInstanceOf(RunEvent.Completed.class, last()).waitingFor().orElse(List.of());
  }

  /** What each completed step gave, for another run. @param events how many of them are known */
  public Map<String, Recorded> recorded(int events) {
    Map<String, Recorded> recorded = new LinkedHashMap<>();
    this.events.stream().limit(events).filter(RunEvent.NodeCompleted.class::isInstance)
        .map(RunEvent.NodeCompleted.class::cast)
        .forEach(done -> recorded.put(done.step(), new Recorded(done.outputs(), done.fired())));
    return recorded;
  }

  /** The steps that wait, in the order in which they began to. */
  public List<RunEvent.NodeWaiting> waiting() {
    Map<String, RunEvent.NodeWaiting> waiting = new LinkedHashMap<>();
    for (RunEvent event : events) {
      switch (event) {
        case RunEvent.NodeWaiting begun -> waiting.put(begun.step(), begun);
        case RunEvent.NodeAnswered answered -> waiting.remove(answered.step());
        case RunEvent.Started started -> { }
        case RunEvent.NodeStarted started -> { }
        case RunEvent.NodeLog log -> { }
        case RunEvent.NodeCompleted done -> { }
        case RunEvent.NodeFailed failed -> { }
        case RunEvent.Completed completed -> { }
        case RunEvent.Failed failed -> { }
        case RunEvent.Cancelled cancelled -> { }
        case RunEvent.Interrupted interrupted -> { }
        case RunEvent.Resumed resumed -> { }
      }
    }
    return List.copyOf(waiting.values());
  }

  /** What holds for the events of every run, in however many parts it ran. */
  public Heard inOrder() {
    assertInstanceOf(RunEvent.Started.class, events.getFirst());
    assertTrue(last().isFinal(), () -> "ends with " + last());
    assertEquals(1, events.stream().filter(RunEvent::isFinal).count(), "final events");
    Map<String, Integer> open = new HashMap<>();
    Set<String> ended = new HashSet<>();
    Set<String> waiting = new HashSet<>();
    for (int i = 0; i < events.size(); i++) {
      RunEvent event = events.get(i);
      assertEquals(i + 1, event.seq());
      assertTrue(i == 0 || !event.at().isBefore(events.get(i - 1).at()), () -> "goes back in time: " + event);
      switch (event) {
        case RunEvent.NodeStarted started -> {
          int attempt = started.attempt().orElse(1);
          assertEquals(attempt - 1, open.getOrDefault(started.step(), 0), () -> "attempts: " + started);
          open.put(started.step(), attempt);
          assertTrue(!ended.contains(started.step()), () -> "started again: " + started);
        }
        case RunEvent.NodeCompleted done -> {
          assertEquals(done.attempt().orElse(1), open.get(done.step()), () -> "not started: " + done);
          assertTrue(ended.add(done.step()), () -> "ended again: " + done);
        }
        case RunEvent.NodeFailed failed -> {
          assertEquals(failed.attempt().orElse(1), open.get(failed.step()), () -> "not started: " + failed);
          assertTrue(failed.retryMs().isPresent() || ended.add(failed.step()), () -> "ended again: "
              + failed);
        }
        case RunEvent.NodeLog log -> assertTrue(open.containsKey(log.step()), () -> "not started: " + log);
        case RunEvent.NodeWaiting waits -> assertTrue(open.containsKey(waits.step())
            && !ended.contains(waits.step()) && waiting.add(waits.step()), () -> "not under way: " + waits);
        case RunEvent.NodeAnswered answered -> assertTrue(waiting.remove(answered.step())
            && !ended.contains(answered.step()), () -> "did not wait: " + answered);
        case RunEvent.Started started -> assertEquals(0, i);
        case RunEvent.Completed completed -> { }
        case RunEvent.Failed failed -> { }
        case RunEvent.Cancelled cancelled -> { }
        case RunEvent.Interrupted interrupted -> { }
        case RunEvent.Resumed resumed -> { }
      }
    }
    return this;
  }
}
