package io.spellmesh.nodes.text;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.NodeFailure;
import java.io.Writer;

/** A text that is being made. It is measured while it grows, because what it is made of comes from anyone. */
public final class GrowingText extends Writer {
  /** In characters; one value of a run has 8 MB of room. */
  public static final int LONGEST = 4_000_000;

  private final StringBuilder text = new StringBuilder();

  /** @throws NodeFailure if a text of that length is too long to be made */
  public static void check(long characters) {
    if (characters > LONGEST) {
      throw new NodeFailure("the result would have " + characters + " characters, may have " + LONGEST);
    }
  }

  /** @throws NodeFailure if the text is too long then */
  public GrowingText add(CharSequence more) {
    check((long) text.length() + more.length());
    text.append(more);
    return this;
  }

  public String text() {
    return text.toString();
  }

  public TextNode asNode() {
    return TextNode.valueOf(text());
  }

  @Override
  public void write(char[] characters, int from, int count) {
    check((long) text.length() + count);
    text.append(characters, from, count);
  }

  @Override
  public void flush() {
    // There is nothing behind it.
  }

  @Override
  public void close() {
    // There is nothing behind it.
  }
}
