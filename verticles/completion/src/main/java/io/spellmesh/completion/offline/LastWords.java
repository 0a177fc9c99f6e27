package io.spellmesh.completion.offline;

import java.util.regex.Pattern;

/** What was said last in a prompt, without who said it. */
final class LastWords {
  /** {@code Speaker:} at the start of a line, as prompts write conversations. */
  private static final Pattern SPEAKER = Pattern.compile("^[^:\\s][^:]{0,60}:\\s*");
  private static final int MOST_CHARACTERS = 2_000;

  private LastWords() {}

  /** The last line that says something; {@code Agent:} with nothing after it is who should answer. */
  static String ofPrompt(String prompt) {
    String end = prompt.substring(Math.max(0, prompt.length() - MOST_CHARACTERS));
    String[] lines = end.split("\\R");
    for (int i = lines.length - 1; i >= 0; i--) {
      String said = SPEAKER.matcher(lines[i].strip()).replaceFirst("").strip();
      if (!said.isEmpty()) {
        return said;
      }
    }
    return "";
  }
}
