package io.spellmesh.engine.plan;

import java.util.BitSet;

/** A set of node indices that does not change. */
public final class IndexSet {
  public static final IndexSet NONE = new IndexSet(new BitSet());

  private final BitSet bits;

  private IndexSet(BitSet bits) {
    this.bits = bits;
  }

  static IndexSet of(BitSet bits) {
    return bits.isEmpty() ? NONE : new IndexSet((BitSet) bits.clone());
  }

  public boolean contains(int index) {
    return bits.get(index);
  }

  public boolean isEmpty() {
    return bits.isEmpty();
  }
}
