package io.spellmesh.nodes.text;

import io.spellmesh.engine.node.NodeFailure;
import java.util.Locale;

/**
 * How much texts are like one: 1 less the edits that lead from one to the other (Levenshtein), per character
 * of the longer. The work grows with the product of their lengths, so all of it together is bounded.
 */
final class Likeness {
  private static final long MOST_STEPS = 100_000_000;

  private final String source;
  private final int[] row;
  private long steps;

  Likeness(String source) {
    this.source = source.toLowerCase(Locale.ROOT);
    row = new int[this.source.length() + 1];
  }

  /** From 0 to 1. @throws NodeFailure if this, with all that went before, is too much work */
  double to(String other) {
    String lower = other.toLowerCase(Locale.ROOT);
    steps += (long) (source.length() + 1) * (lower.length() + 1);
    if (steps > MOST_STEPS) {
      throw new NodeFailure("the sentences are too many and too long to be compared with a source of "
          + source.length() + " characters");
    }
    int longer = Math.max(source.length(), lower.length());
    return longer == 0 ? 1 : 1 - (double) edits(lower) / longer;
  }

  private int edits(String other) {
    for (int i = 0; i < row.length; i++) {
      row[i] = i;
    }
    for (int i = 1; i <= other.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (source.charAt(j - 1) == other.charAt(i - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[row.length - 1];
  }
}
