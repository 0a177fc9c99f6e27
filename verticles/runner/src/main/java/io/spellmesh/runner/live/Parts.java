package io.spellmesh.runner.live;

import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunParts;
import io.spellmesh.engine.run.PartListener.Piece;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The pieces that a run's steps stream, gathered into a few messages. They are sent after the group with
 * their step's start and before the group with its end, and kept nowhere but here.
 */
final class Parts {
  /** At most 19 messages a second, and with the one at a step's end 20. */
  private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(55);

  private record Key(String step, int attempt, String socket) {}

  /** One output of one attempt. */
  private static final class Stream {
    final String node;
    final Key key;
    /** Number of the last event before its first piece; the step's start is no later. */
    final long after;
    final StringBuilder sent = new StringBuilder();
    final StringBuilder waiting = new StringBuilder();
    long n;

    Stream(String node, Key key, long after) {
      this.node = node;
      this.key = key;
      this.after = after;
    }

    Optional<Integer> attempt() {
      return key.attempt == 1 ? Optional.empty() : Optional.of(key.attempt);
    }

    RunParts.Part take() {
      String text = waiting.toString();
      waiting.setLength(0);
      sent.append(text);
      return new RunParts.Part(node, key.step, attempt(), key.socket, ++n, text);
    }

    RunParts.Snapshot snapshot() {
      return new RunParts.Snapshot(node, key.step, attempt(), key.socket, n, sent.toString());
    }
  }

  private final Vertx vertx;
  private final Consumer<List<RunParts.Part>> send;
  private final Map<Key, Stream> streams = new LinkedHashMap<>();
  private long published;
  private long sentAt = System.nanoTime() - BETWEEN_MESSAGES.toNanos();
  private boolean isTimerSet;

  Parts(Vertx vertx, Consumer<List<RunParts.Part>> send) {
    this.vertx = vertx;
    this.send = send;
  }

  /** @param told number of the last event that was told */
  void add(Piece piece, long told) {
    Key key = new Key(piece.step(), piece.attempt(), piece.socket());
    streams.computeIfAbsent(key, any -> new Stream(piece.node(), key, told)).waiting.append(piece.text());
    sendSoon();
  }

  private void sendSoon() {
    if (isTimerSet) {
      return;
    }
    long rest = BETWEEN_MESSAGES.toNanos() - (System.nanoTime() - sentAt);
    if (rest <= 0) {
      sendAll(any -> true);
    } else {
      isTimerSet = true;
      vertx.setTimer(Math.max(1, Duration.ofNanos(rest).toMillis()), _ -> {
        isTimerSet = false;
        sendAll(any -> true);
      });
    }
  }

  private void sendAll(Predicate<Stream> which) {
    List<RunParts.Part> parts = new ArrayList<>();
    for (Stream stream : streams.values()) {
      if (which.test(stream) && stream.after <= published && !stream.waiting.isEmpty()) {
        parts.add(stream.take());
      }
    }
    if (!parts.isEmpty()) {
      sentAt = System.nanoTime();
      send.accept(parts);
    }
  }

  /** Whether no step streams. */
  boolean isQuiet() {
    return streams.isEmpty();
  }

  /** A group is about to be published: what is left of the steps that end in it goes first. */
  void before(Grouping.Closed group) {
    if (streams.isEmpty()) {
      return;
    }
    Predicate<Stream> ends = stream -> group.events().stream().anyMatch(event -> ends(event, stream));
    sendAll(ends);
    streams.values().removeIf(ends);
  }

  private static boolean ends(RunEvent event, Stream stream) {
    return switch (event) {
      case RunEvent.NodeCompleted done -> isOf(stream, done.step(), done.attempt());
      case RunEvent.NodeFailed failed -> isOf(stream, failed.step(), failed.attempt());
      case RunEvent.Completed _, RunEvent.Failed _, RunEvent.Cancelled _, RunEvent.Interrupted _ -> true;
      case RunEvent.Started _, RunEvent.NodeStarted _, RunEvent.NodeWaiting _, RunEvent.NodeAnswered _, RunEvent.NodeLog _,
          RunEvent.Resumed _ -> false;
    };
  }

  private static boolean isOf(Stream stream, String step, Optional<Integer> attempt) {
    return stream.key.step.equals(step) && stream.attempt().equals(attempt);
  }

  /** A group was published. @param last number of its last event */
  void after(long last) {
    published = last;
    if (!streams.isEmpty()) {
      sendSoon();
    }
  }

  /** What was sent so far of the steps under way. */
  List<RunParts.Snapshot> texts() {
    return streams.values().stream().filter(stream -> stream.n > 0)
        .map(Stream::snapshot).toList();
  }
}
