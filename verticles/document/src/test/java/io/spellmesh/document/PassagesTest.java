package io.spellmesh.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.document.Documents.NewDocument;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PassagesTest {
  @Test
  void keepsParagraphsTogetherAsFarAsTheyFit() {
    String half = "x".repeat(Passages.LONGEST / 2 - 1);

    assertEquals(List.of("one\n\ntwo"), of("one\n \n\n\ntwo\r\n"));
    assertEquals(List.of(half + "\n\n" + half, half), of(half + "\n\n" + half + "\n\n" + half));
  }

  @Test
  void cutsLongParagraphsBehindASentenceOrAWord() {
    String sentence = "a".repeat(600) + ". ";

    assertEquals(List.of("a".repeat(600) + ".", "b".repeat(900)), of(sentence + "b".repeat(900)));
    assertEquals(List.of("a".repeat(700), "b".repeat(900)), of("a".repeat(700) + " " + "b".repeat(900)));
    assertEquals(List.of("a".repeat(1_000), "a".repeat(500)), of("a".repeat(1_500)));
  }

  @Test
  void neverCutsACharacter() {
    String text = "a" + "𝛼".repeat(Passages.LONGEST);

    List<String> passages = of(text);

    assertEquals(text, String.join("", passages));
    assertTrue(passages.stream().noneMatch(passage -> Character.isHighSurrogate(passage.charAt(passage.length() - 1))));
    assertTrue(passages.stream().allMatch(passage -> passage.length() <= Passages.LONGEST));
  }

  @Test
  void whatIsSaidOfADocumentComesFirst() {
    assertEquals(List.of("Title\n\nAbout it\n\nwords, more\n\ntext"), Passages.of(new NewDocument(Optional.empty(),
        Optional.of("Title"), Optional.of("About it"), Optional.of("words, more"), "text", Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
  }

  private static List<String> of(String content) {
    return Passages.of(new NewDocument(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), content,
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }
}
