package io.spellmesh.nodes.text;

import io.spellmesh.engine.node.NodeFailure;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Refuses templates before the library reads them: its parser recurses with every block and bracket, and what
 * it supports beyond the language of saved spells (other delimiters, partials, decorators) is not wanted.
 */
final class TemplateBounds {
  private static final int LONGEST = 1_000_000;
  /** The library takes some 60 us for a tag and 15 us for an argument of one; text costs next to nothing. */
  private static final int MOST_TAGS = 2_000;
  private static final int LONGEST_TAG = 500;
  private static final int ALL_TAGS = 50_000;
  private static final int DEEPEST_BLOCK = 50;
  private static final int DEEPEST_BRACKET = 10;

  private final String text;
  /** One entry per open block: how many levels it is, since each {@code else if} is one more. */
  private final Deque<Integer> open = new ArrayDeque<>();
  private int depth;
  private int tags;
  private int insideTags;

  private TemplateBounds(String text) {
    this.text = text;
  }

  /** @throws NodeFailure saying which bound, and where */
  static void check(String text) {
    if (text.length() > LONGEST) {
      throw new NodeFailure("the template has " + text.length() + " characters, may have " + LONGEST);
    }
    new TemplateBounds(text).checkTags();
  }

  private void checkTags() {
    int at = text.indexOf("{{");
    while (at >= 0) {
      at = text.indexOf("{{", checkTag(at));
    }
  }

  /** @return where the tag ends */
  private int checkTag(int start) {
    if (++tags > MOST_TAGS) {
      throw refused(start, "more than " + MOST_TAGS + " tags");
    }
    if (text.startsWith("{{!", start)) {
      String close = text.startsWith("{{!--", start) ? "--}}" : "}}";
      return end(start, close);
    }
    if (start > 0 && text.charAt(start - 1) == '\\') {
      return start + 2;
    }
    if (text.startsWith("{{{{", start)) {
      throw refused(start, "a raw block, which is not known here");
    }
    int end = end(start, "}}");
    if (end - start > LONGEST_TAG) {
      throw refused(start, "a tag of more than " + LONGEST_TAG + " characters");
    }
    insideTags += end - start;
    if (insideTags > ALL_TAGS) {
      throw refused(start, "more than " + ALL_TAGS + " characters within tags");
    }
    checkInside(start, text.substring(start + 2, end - 2));
    return end;
  }

  private int end(int start, String close) {
    int end = text.indexOf(close, start);
    if (end < 0) {
      throw refused(start, "a tag that is not closed by " + close);
    }
    return end + close.length();
  }

  private void checkInside(int start, String written) {
    String tag = (written.startsWith("~") ? written.substring(1) : written).strip();
    checkBrackets(start, tag);
    if (tag.startsWith(">") || tag.startsWith("#>")) {
      throw refused(start, "a partial, and there are no other templates here");
    }
    if (tag.startsWith("*") || tag.startsWith("#*") || tag.startsWith("=")) {
      throw refused(start, "a tag of a kind that is not known here");
    }
    if (tag.startsWith("/")) {
      depth -= open.isEmpty() ? 0 : open.pop();
    } else if (tag.startsWith("#")) {
      openBlock(start);
    } else if (tag.startsWith("^") && tag.length() > 1 && !tag.equals("^~")) {
      openBlock(start);
    } else if (tag.startsWith("else ") && !open.isEmpty()) {
      open.push(open.pop() + 1);
      deeper(start);
    }
  }

  private void openBlock(int start) {
    open.push(1);
    deeper(start);
  }

  private void deeper(int start) {
    if (++depth > DEEPEST_BLOCK) {
      throw refused(start, "blocks nested more than " + DEEPEST_BLOCK + " deep");
    }
  }

  private void checkBrackets(int start, String tag) {
    int brackets = 0;
    for (int i = 0; i < tag.length(); i++) {
      brackets += tag.charAt(i) == '(' ? 1 : tag.charAt(i) == ')' ? -1 : 0;
      if (brackets > DEEPEST_BRACKET) {
        throw refused(start, "brackets nested more than " + DEEPEST_BRACKET + " deep");
      }
    }
  }

  private NodeFailure refused(int at, String what) {
    long line = 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
    return new NodeFailure("the template has " + what + ", at line " + line);
  }
}
