package io.spellmesh.nodes.json;

import java.util.List;

/**
 * One step of a path, and what it takes of each value that the step before has found.
 *
 * @param isDescendant whether it looks into everything below too ({@code ..})
 */
record Segment(boolean isDescendant, List<Selector> selectors) {
  Segment {
    selectors = List.copyOf(selectors);
  }
}
