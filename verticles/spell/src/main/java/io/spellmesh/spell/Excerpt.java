package io.spellmesh.spell;

/** The beginning of somebody's text, short enough to be quoted in a message. */
final class Excerpt {
  private static final int LONGEST = 60;

  private Excerpt() {}

  static String of(String text) {
    return text.length() <= LONGEST ? text : cut(text, LONGEST) + "…";
  }

  /** At most so many characters of the text, and no half of a surrogate pair at the end. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, splitsPair ? longest - 1 : longest);
  }
}
