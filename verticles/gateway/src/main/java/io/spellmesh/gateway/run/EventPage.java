package io.spellmesh.gateway.run;

import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.Runner;
import java.util.List;
import java.util.Optional;

/**
 * Some events of a run, in order.
 *
 * @param next  what to ask after for more; absent if there are no more now
 * @param reset present and true if there is no such event: begin with 0 again
 */
public record EventPage(List<RunEvent> items, Optional<String> next, Optional<Boolean> reset) {
  public EventPage {
    items = List.copyOf(items);
  }

  static EventPage of(Runner.Events events, long after, int limit) {
    List<RunEvent> fresh = fresh(events, after);
    List<RunEvent> items = fresh.subList(0, Math.min(limit, fresh.size()));
    boolean more = events.more() || items.size() < fresh.size();
    return new EventPage(items,
        more && !items.isEmpty() ? Optional.of(Long.toString(items.getLast().seq())) : Optional.empty(),
        events.reset() ? Optional.of(true) : Optional.empty());
  }

  /** Without those that the asker has, because the first group may begin before them. */
  static List<RunEvent> fresh(Runner.Events events, long after) {
    return events.groups().stream().flatMap(group -> group.events().stream())
        .filter(event -> event.seq() > after).toList();
  }
}
