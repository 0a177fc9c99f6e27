package io.spellmesh.nodes.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that many people would rather not read, whole words only, however their letters are disguised. */
final class RudeWords {
  private static final Set<String> ENGLISH = Set.copyOf(read());
  private static final Map<Integer, Integer> DISGUISES = Map.of((int) '0', (int) 'o', (int) '1', (int) 'i',
      (int) '3', (int) 'e', (int) '4', (int) 'a', (int) '5', (int) 's', (int) '7', (int) 't',
      (int) '@', (int) 'a', (int) '$', (int) 's');

  private final Set<String> words;

  private RudeWords(Set<String> words) {
    this.words = words;
  }

  /** @param more further words, with commas between */
  static RudeWords with(String more) {
    Set<String> words = new HashSet<>(ENGLISH);
    for (String word : more.split(",")) {
      if (!word.isBlank()) {
        words.add(plain(word.strip()));
      }
    }
    return new RudeWords(words);
  }

  /** The text with a star for each character of a rude word. */
  String censored(String text) {
    StringBuilder result = new StringBuilder(text.length());
    int from = 0;
    while (from < text.length()) {
      int to = endOfRun(text, from, isWordPart(text.charAt(from)));
      String part = text.substring(from, to);
      result.append(words.contains(plain(part)) ? "*".repeat(part.length()) : part);
      from = to;
    }
    return result.toString();
  }

  private static int endOfRun(String text, int from, boolean ofWord) {
    int to = from;
    while (to < text.length() && isWordPart(text.charAt(to)) == ofWord) {
      to++;
    }
    return to;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '@' || c == '$';
  }

  private static String plain(String word) {
    StringBuilder plain = new StringBuilder(word.length());
    word.codePoints().map(Character::toLowerCase).map(point -> DISGUISES.getOrDefault(point, point))
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static List<String> read() {
    try (InputStream file = RudeWords.class.getResourceAsStream("rude-words.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
