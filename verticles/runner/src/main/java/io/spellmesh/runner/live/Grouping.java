package io.spellmesh.runner.live;

import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Events that wait to be committed, and the groups ({@link io.spellmesh.contract.run.RunGroup}) they make. */
final class Grouping {
  /** A group closes when it has reached this many characters; one event alone may be larger. */
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

  private record Encoded(RunEvent event, String json) {}

  private final UUID run;
  private final Optional<String> tab;
  private final int epoch;
  private final Deque<Encoded> open = new ArrayDeque<>();

  Grouping(UUID run, Optional<String> tab, int epoch) {
    this.run = run;
    this.tab = tab;
    this.epoch = epoch;
  }

  void add(RunEvent event) {
    open.add(new Encoded(event, Wire.text(event)));
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** Closes a group of the events that wait longest. There must be one. */
  Closed close() {
    StringBuilder message = new StringBuilder(256).append("{\"run\":\"").append(run).append('"');
    tab.ifPresent(id -> message.append(",\"tab\":").append(Wire.text(id)));
    message.append(",\"epoch\":").append(epoch).append(",\"events\":[");
    List<RunEvent> events = new ArrayList<>();
    while (!open.isEmpty()
        && (events.isEmpty() || message.length() + open.peek().json.length() < LARGEST_GROUP)) {
      Encoded next = open.poll();
      message.append(events.isEmpty() ? "" : ",").append(next.json);
      events.add(next.event);
    }
    return new Closed(events, message.append("]}").toString());
  }
}
