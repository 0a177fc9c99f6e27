package io.spellmesh.nodes.text;

import io.spellmesh.engine.node.NodeFailure;
import java.io.Writer;

/** One filling of a template: what is written so far, and how much it has cost. */
final class Rendering extends Writer {
  /** Under this key a template's context knows it. No path of a template can be written like this. */
  static final String KEY = Rendering.class.getName();

  private static final int LONGEST = 4_000_000;
  private static final int MOST_STEPS = 200_000;

  private final StringBuilder text = new StringBuilder();
  private int steps;

  /** Counts a value that is looked up, a block, or a round of one. */
  void step() {
    if (++steps > MOST_STEPS) {
      throw new NodeFailure("the template takes more than " + MOST_STEPS + " steps to fill");
    }
  }

  String text() {
    return text.toString();
  }

  @Override
  public void write(char[] characters, int from, int count) {
    ensureRoom(count);
    text.append(characters, from, count);
  }

  @Override
  public void write(String more) {
    ensureRoom(more.length());
    text.append(more);
  }

  @Override
  public Writer append(CharSequence more) {
    write(more.toString());
    return this;
  }

  private void ensureRoom(int more) {
    if (more > LONGEST - text.length()) {
      throw new NodeFailure("the filled template has more than " + LONGEST + " characters");
    }
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
