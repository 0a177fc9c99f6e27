package io.spellmesh.nodes.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.spellmesh.engine.node.NodeFailure;

/**
 * A regular expression of RE2, whose time grows with the text and not with its powers. Both come from anyone,
 * so the product of both is bounded too: a text that is long is searched by a short expression only.
 *
 * @see <a href="https://github.com/google/re2/wiki/Syntax">the syntax</a>
 */
public final class Expression {
  private static final int LONGEST = 1_000;
  private static final int MOST_INSTRUCTIONS = 20_000;
  /** Characters looked at, times instructions of the expression; some tenths of a second. */
  private static final long MOST_STEPS = 20_000_000;

  private final Pattern pattern;

  private Expression(Pattern pattern) {
    this.pattern = pattern;
  }

  /** @throws NodeFailure if it is no expression, or too large a one */
  public static Expression of(String written, boolean ignoreCase) {
    if (written.length() > LONGEST) {
      throw new NodeFailure("the expression has " + written.length() + " characters, may have " + LONGEST);
    }
    Pattern pattern;
    try {
      pattern = Pattern.compile(written, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
    } catch (PatternSyntaxException wrong) {
      throw new NodeFailure("'" + written + "' is no regular expression: " + wrong.getDescription() + " at '"
          + wrong.getPattern() + "'");
    }
    if (pattern.programSize() > MOST_INSTRUCTIONS) {
      throw new NodeFailure("the expression is too large: it repeats large parts many times");
    }
    return new Expression(pattern);
  }

  /** Looks through a text. The matcher throws a NodeFailure when it takes too long. */
  public Matcher over(String text) {
    return pattern.matcher(new Watched(text, MOST_STEPS / pattern.programSize()));
  }

  /** Every match replaced by a text, which is taken literally. */
  public String replaced(String text, String by) {
    Matcher matcher = over(text);
    GrowingText result = new GrowingText();
    int from = 0;
    while (matcher.find()) {
      result.add(text.substring(from, matcher.start())).add(by);
      from = matcher.end();
    }
    return result.add(text.substring(from)).text();
  }

  /** A text that counts how often it is looked at. Finding all matches may look at it again for each. */
  private static final class Watched implements CharSequence {
    private final String text;
    private long looksLeft;

    Watched(String text, long looks) {
      this.text = text;
      looksLeft = looks;
    }

    @Override
    public char charAt(int index) {
      if (--looksLeft < 0) {
        throw new NodeFailure("the expression takes too many steps for a text of " + text.length()
            + " characters");
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
