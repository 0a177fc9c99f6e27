package io.spellmesh.kit.config;

import java.util.List;

/** The configuration cannot be used; the program says every mistake and ends. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> mistakes;

  /** @param mistakes one line each: what was wrong, where it stood, what would be right; at least one */
  public ConfigurationException(List<String> mistakes) {
    super(String.join("\n", mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  public ConfigurationException(String mistake) {
    this(List.of(mistake));
  }

  /** Every mistake, in the order in which they were found. */
  public List<String> mistakes() {
    return mistakes;
  }
}
