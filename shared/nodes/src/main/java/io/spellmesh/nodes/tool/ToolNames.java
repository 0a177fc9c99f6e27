package io.spellmesh.nodes.tool;

import com.google.re2j.Pattern;

/** Names by which models call tools. */
final class ToolNames {
  private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9_-]");
  private static final int LONGEST = 64;

  private ToolNames() {}

  /** The name with underscores for what models may not write. */
  static String fitting(String name) {
    String plain = OTHERS.matcher(name).replaceAll("_");
    return plain.isEmpty() ? "_" : plain.substring(0, Math.min(LONGEST, plain.length()));
  }

  /** The same name, with a number at its end. */
  static String numbered(String name, int number) {
    String end = "_" + number;
    return name.substring(0, Math.min(LONGEST - end.length(), name.length())) + end;
  }
}
