package io.spellmesh.spell;

import java.util.List;
import java.util.UUID;

/**
 * A spell with all that is kept of it, on its way in or out.
 *
 * @param oldIds  what the files it came from called it
 * @param graph   JSON, checked
 * @param wrapper JSON, what its file said beside the graph
 */
record Draft(UUID id, String name, List<String> oldIds, String graph, String wrapper) {
  Draft {
    oldIds = List.copyOf(oldIds);
  }

  /** A spell that comes from no file. */
  static Draft drawn(String name, String graph) {
    return new Draft(UUID.randomUUID(), name, List.of(), graph, "{}");
  }
}
