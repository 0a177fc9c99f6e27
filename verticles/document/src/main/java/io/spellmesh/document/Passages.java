package io.spellmesh.document;

import io.spellmesh.contract.document.Documents.NewDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a document is cut into: paragraphs, as many together as fit. */
final class Passages {
  /** About 250 tokens: enough to be understood alone, little enough to be about one thing. */
  static final int LONGEST = 1_000;
  /** Where a long paragraph may be cut, the best first; never in its first half. */
  private static final List<String> BREAKS = List.of("\n", ". ", "? ", "! ", "。", "; ", ", ", " ");
  private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("\\R[ \\t]*\\R\\s*");
  private static final String BETWEEN = "\n\n";

  private Passages() {}

  /** What is said of a document is found as what it says is. */
  static List<String> of(NewDocument document) {
    List<String> passages = new ArrayList<>();
    StringBuilder passage = new StringBuilder();
    Stream.concat(heading(document), Stream.of(document.content()))
        .flatMap(BETWEEN_PARAGRAPHS::splitAsStream).map(String::strip).filter(text -> !text.isEmpty())
        .flatMap(paragraph -> pieces(paragraph).stream()).forEach(piece -> {
          if (!passage.isEmpty() && passage.length() + BETWEEN.length() + piece.length() > LONGEST) {
            passages.add(passage.toString());
            passage.setLength(0);
          }
          passage.append(passage.isEmpty() ? "" : BETWEEN).append(piece);
        });
    if (!passage.isEmpty()) {
      passages.add(passage.toString());
    }
    return List.copyOf(passages);
  }

  private static Stream<String> heading(NewDocument document) {
    return Stream.of(document.title(), document.description(), document.keywords()).flatMap(Optional::stream)
        .filter(text -> !text.equals(document.content()));
  }

  private static List<String> pieces(String paragraph) {
    List<String> pieces = new ArrayList<>();
    int begin = 0;
    while (paragraph.length() - begin > LONGEST) {
      int end = end(paragraph, begin);
      pieces.add(paragraph.substring(begin, end).strip());
      begin = end;
    }
    pieces.add(paragraph.substring(begin).strip());
    return pieces.stream().filter(piece -> !piece.isEmpty()).toList();
  }

  private static int end(String paragraph, int begin) {
    int limit = begin + LONGEST;
    for (String cut : BREAKS) {
      int found = paragraph.lastIndexOf(cut, limit - cut.length());
      if (found >= begin + LONGEST / 2) {
        return found + cut.length();
      }
    }
    return Character.isHighSurrogate(paragraph.charAt(limit - 1)) ? limit - 1 : limit;
  }
}
