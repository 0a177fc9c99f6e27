package io.spellmesh.user;

/** What PostgreSQL cannot keep in a text. */
final class Texts {
  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  /** The text with U+FFFD in place of NULs and of halves of surrogate pairs. */
  static String storable(String text) {
    StringBuilder storable = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> point == 0 || Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
        .forEach(storable::appendCodePoint);
    return storable.toString();
  }
}
