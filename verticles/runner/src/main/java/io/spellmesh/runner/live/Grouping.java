package io.spellmesh.runner.live;

import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunGroupEncoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Events that wait to be committed, in the groups ({@link io.spellmesh.contract.run.RunGroup}) they make. */
final class Grouping {
  /** A group closes when its message has reached this many characters. */
  private static final int LARGEST_GROUP = 64 * 1024;

  /** @param message the group's JSON, as it is kept and published */
  record Closed(List<RunEvent> events, String message) {
    long firstSeq() {
      return events.getFirst().seq();
    }

    RunEvent last() {
      return events.getLast();
    }
  }

  private final UUID run;
  private final Optional<String> tab;
  private final int epoch;
  private final Deque<Closed> full = new ArrayDeque<>();
  private Optional<Open> open = Optional.empty();

  Grouping(UUID run, Optional<String> tab, int epoch) {
    this.run = run;
    this.tab = tab;
    this.epoch = epoch;
  }

  void add(RunEvent event) {
    Open group = open.orElseGet(() -> new Open(new RunGroupEncoder(run, tab, epoch)));
    open = Optional.of(group);
    if (group.add(event) >= LARGEST_GROUP) {
      full.add(group.close());
      open = Optional.empty();
    }
  }

  boolean isEmpty() {
    return full.isEmpty() && open.isEmpty();
  }

  /** Closes the group of the events that wait longest. There must be one. */
  Closed close() {
    if (!full.isEmpty()) {
      return full.poll();
    }
    Closed closed = open.orElseThrow().close();
    open = Optional.empty();
    return closed;
  }

  private static final class Open {
    private final List<RunEvent> events = new ArrayList<>();
    private final RunGroupEncoder encoder;

    Open(RunGroupEncoder encoder) {
      this.encoder = encoder;
    }

    int add(RunEvent event) {
      events.add(event);
      return encoder.add(event);
    }

    Closed close() {
      return new Closed(events, encoder.end());
    }
  }
}
