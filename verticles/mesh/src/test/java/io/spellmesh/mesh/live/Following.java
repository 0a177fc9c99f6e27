package io.spellmesh.mesh.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.run.RunHead;
import io.spellmesh.contract.run.RunParts;
import io.spellmesh.contract.run.Runner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * What a client knows of a run: every message is merged by number and epoch, and what is missing is noticed.
 * An event that comes a second time has to be the one that is there.
 */
final class Following {
  private record PartKey(String step, int attempt, String socket) {}

  private record Text(long n, String text) {}

  private final List<RunEvent> events = new ArrayList<>();
  private final Map<PartKey, Text> texts = new HashMap<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private int epoch;
  private int again;
  private int pieces;

  /** @return whether something is missing, and {@code since} has to be asked */
  synchronized boolean take(JsonNode body) {
    if (body.has("events")) {
      return !takes(Wire.read(body, RunGroup.class));
    }
    if (body.has("parts")) {
      return !takes(Wire.read(body, RunParts.class));
    }
    RunHead head = Wire.read(body, RunHead.class);
    return head.epoch() > epoch || head.epoch() == epoch && head.tail() > last();
  }

  /** @return whether there is more to ask for */
  synchronized boolean take(Runner.Events since) {
    if (since.reset()) {
      events.clear();
      texts.clear();
      epoch = 0;
      return true;
    }
    for (RunGroup group : since.groups()) {
      if (!takes(group)) {
        throw new AssertionError("the answer has a gap: after " + last() + " comes " + group.firstSeq());
      }
    }
    since.texts().ifPresent(list -> list.forEach(text -> texts.merge(
        new PartKey(text.step(), text.attempt().orElse(1), text.socket()), new Text(text.n(), text.text()),
        (old, now) -> old.n < now.n ? now : old)));
    return since.more();
  }

  private boolean takes(RunGroup group) {
    if (group.epoch() < epoch && group.lastSeq() > last()) {
      // Of an owner that was taken over, and wrote it all the same.
      return true;
    }
    for (RunEvent event : group.events()) {
      if (event.seq() > last() + 1) {
        return false;
      }
      boolean opensEpoch = event instanceof RunEvent.Interrupted || event instanceof RunEvent.Resumed;
      if (group.epoch() > epoch && opensEpoch) {
        events.subList((int) event.seq() - 1, events.size()).clear();
        texts.clear();
      }
      add(event);
      epoch = Math.max(epoch, group.epoch());
    }
    return true;
  }

  private void add(RunEvent event) {
    if (event.seq() <= last()) {
      again++;
      RunEvent held = events.get((int) event.seq() - 1);
      if (!held.equals(event)) {
        throw new AssertionError("came as " + event + ", and before as " + held);
      }
      return;
    }
    events.add(event);
    if (event instanceof RunEvent.NodeCompleted done) {
      checkText(done);
    }
    if (event.isFinal() || event instanceof RunEvent.Interrupted) {
      ended.countDown();
    }
  }

  /** The pieces are the beginning of the whole. */
  private void checkText(RunEvent.NodeCompleted done) {
    done.outputs().forEach((socket, whole) -> {
      Text text = texts.remove(new PartKey(done.step(), done.attempt().orElse(1), socket));
      if (text != null && !whole.asText().startsWith(text.text)) {
        throw new AssertionError(done.step() + " gave '" + whole.asText() + "', its pieces '" + text.text + "'");
      }
    });
  }

  private boolean takes(RunParts parts) {
    boolean whole = true;
    for (RunParts.Part part : parts.parts()) {
      PartKey key = new PartKey(part.step(), part.attempt().orElse(1), part.socket());
      Text text = texts.getOrDefault(key, new Text(0, ""));
      if (parts.epoch() == epoch && hasStarted(part) && part.n() == text.n + 1) {
        texts.put(key, new Text(part.n(), text.text + part.text()));
        pieces++;
      } else {
        whole = whole && parts.epoch() <= epoch && hasStarted(part) && part.n() <= text.n;
      }
    }
    return whole;
  }

  private boolean hasStarted(RunParts.Part part) {
    return events.stream().anyMatch(event -> event instanceof RunEvent.NodeStarted started
        && started.step().equals(part.step()) && started.attempt().equals(part.attempt()));
  }

  private long last() {
    return events.size();
  }

  /** The question for what is missing. */
  synchronized Runner.Since missing(java.util.UUID run) {
    return new Runner.Since(run, epoch == 0 ? Optional.empty() : Optional.of(epoch), last());
  }

  synchronized List<RunEvent> events() {
    return List.copyOf(events);
  }

  /** What the step has given so far, by pieces. */
  synchronized String textOf(String step, String socket) {
    return texts.getOrDefault(new PartKey(step, 1, socket), new Text(0, "")).text;
  }

  synchronized boolean hasEnded() {
    return ended.getCount() == 0;
  }

  /** How many events came that were there. */
  synchronized int again() {
    return again;
  }

  /** How many pieces of text came live and in their order. */
  synchronized int pieces() {
    return pieces;
  }
}
