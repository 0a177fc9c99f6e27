package io.spellmesh.kit.config;

import java.util.Collection;
import java.util.Comparator;

/** Finds what somebody probably meant. */
final class Spelling {
  /** More than every third letter wrong is another word. */
  private static final int LETTERS_A_MISTAKE = 3;

  private Spelling() {}

  /** {@code ", did you mean x?"}, or nothing if no known name is near. */
  static String didYouMean(String given, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(given, name)))
        .filter(name -> distance(given, name) <= Math.max(2, name.length() / LETTERS_A_MISTAKE))
        .map(name -> ", did you mean " + name + "?")
        .orElse("");
  }

  /** How many letters to add, drop or change to make one word of the other. */
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
