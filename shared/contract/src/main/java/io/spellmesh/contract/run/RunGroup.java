package io.spellmesh.contract.run;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One message of a run: the events that were committed together, in order. A journal row is this
 * message, field for field.
 *
 * @param tab    the tab that asked for the run; absent for REST
 * @param epoch  the owner's fence; one more at each takeover
 * @param events at least one, seq without gaps
 */
public record RunGroup(UUID run, Optional<String> tab, int epoch, List<RunEvent> events) {
  public RunGroup {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("events is empty, must hold at least one");
    }
    events = List.copyOf(events);
  }

  public long firstSeq() {
    return events.get(0).seq();
  }

  public long lastSeq() {
    return events.get(events.size() - 1).seq();
  }
}
