package io.spellmesh.completion.offline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.zip.CRC32;

/**
 * A text as counts of its words and of their beginnings, each at a place that its hash gives (feature hashing,
 * Weinberger and others, 2009), brought to length 1. Texts that share words are near; meaning is not looked at.
 */
final class HashedWords {
  static final int LENGTH = 256;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int BEGINNING = 4;
  private static final double BEGINNING_COUNTS = 0.5;
  /** Enough to tell texts apart, and short as JSON. */
  private static final double DECIMALS = 1e6;

  private HashedWords() {}

  static List<Double> embedding(String text) {
    double[] counts = new double[LENGTH];
    for (MatchResult found : WORD.matcher(text.toLowerCase(Locale.ROOT)).results().toList()) {
      String word = found.group();
      add(counts, word, 1);
      add(counts, "^" + word.substring(0, Math.min(BEGINNING, word.length())), BEGINNING_COUNTS);
    }
    double length = Math.sqrt(DoubleStream.of(counts).map(count -> count * count).sum());
    List<Double> embedding = new ArrayList<>(LENGTH);
    for (double count : counts) {
      embedding.add(length == 0 ? 0.0 : Math.rint(count / length * DECIMALS) / DECIMALS);
    }
    return embedding;
  }

  private static void add(double[] counts, String feature, double weight) {
    CRC32 hash = new CRC32();
    hash.update(feature.getBytes(StandardCharsets.UTF_8));
    long bits = hash.getValue();
    // Half of them are taken off, so that words that fall on one place do not add up.
    counts[(int) (bits % LENGTH)] += (bits & 0x8000_0000L) == 0 ? weight : -weight;
  }
}
