package io.spellmesh.nodes.list;

import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Values;

/** How long a list may get that a node makes. */
final class ListBound {
  /** A list of as many small numbers has a quarter of the room of one value of a run. */
  static final int MOST = 500_000;

  private ListBound() {}

  /** @throws NodeFailure if a list of that many is too long to be made */
  static void check(double elements) {
    if (elements > MOST) {
      throw new NodeFailure("the list would have " + Values.number(elements) + " elements, may have " + MOST);
    }
  }
}
