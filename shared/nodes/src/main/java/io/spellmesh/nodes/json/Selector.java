package io.spellmesh.nodes.json;

import java.util.Optional;

/** What a step of a path takes of one value. */
sealed interface Selector {
  /** The field of that name. */
  record Name(String name) implements Selector {}

  /** The element at that place; from the end if it is negative. */
  record Index(long index) implements Selector {}

  /** @param step not 0 takes nothing */
  record Slice(Optional<Long> start, Optional<Long> end, long step) implements Selector {}

  /** Every field or element. */
  record All() implements Selector {}

  /** Every field or element for which it holds. */
  record Filter(Condition condition) implements Selector {}
}
