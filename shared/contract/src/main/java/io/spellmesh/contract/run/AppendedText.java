package io.spellmesh.contract.run;

import java.io.Writer;

/** A writer into memory, without the lock of the one that Java has. */
final class AppendedText extends Writer {
  private final StringBuilder target;

  AppendedText(StringBuilder target) {
    this.target = target;
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    target.append(characters, offset, length);
  }

  @Override
  public void flush() {
    // There is nothing behind it.
  }

  @Override
  public void close() {
    // Nor anything to give back.
  }
}
