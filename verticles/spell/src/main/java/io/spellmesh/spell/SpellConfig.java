package io.spellmesh.spell;

/**
 * How much may be kept; {@code spells} in the configuration.
 *
 * @param maxNodes    nodes of one graph, at least 1; 20000 by default, 500 times the largest known spell
 * @param maxBytes    one graph as UTF-8 JSON, and what its file said beside it, in bytes; at least 1024,
 *                    16777216 by default, which a browser still draws
 * @param maxFile     spells of one file, at least 1; 1000 by default
 * @param exportBytes all graphs of one exported project in bytes; at least 1024, 67108864 by default,
 *                    because a file is put together in memory
 */
public record SpellConfig(int maxNodes, int maxBytes, int maxFile, long exportBytes) {
  static final SpellConfig DEFAULT = new SpellConfig(20_000, 16 * 1024 * 1024, 1_000, 64L * 1024 * 1024);

  public SpellConfig {
    atLeast(1, "max-nodes", maxNodes);
    atLeast(1024, "max-bytes", maxBytes);
    atLeast(1, "max-file", maxFile);
    atLeast(1024, "export-bytes", exportBytes);
  }

  private static void atLeast(long least, String key, long value) {
    if (value < least) {
      throw new IllegalArgumentException("spells." + key + " is " + value + ", must be at least " + least);
    }
  }
}
