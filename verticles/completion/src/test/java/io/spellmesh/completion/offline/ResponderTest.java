package io.spellmesh.completion.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponderTest {

  @Test
  void turnsPersonsRoundAndAsksBack() {
    String answer = Responder.answer("I need my old bicycle back.");

    assertTrue(answer.contains("your old bicycle back"), answer);
    assertTrue(answer.endsWith("?"), answer);
  }

  @Test
  void givesTheSameAnswerToTheSameWords() {
    assertEquals(Responder.answer("I am tired"), Responder.answer("I am tired"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?!", "I am", "my", "$1 \\ %s {{x}}", "\ud83d\ude00", "日本語"})
  void hasAnAnswerToEverything(String said) {
    assertFalse(Responder.answer(said).isBlank());
    assertFalse(Responder.answer(said).contains("%s") && !said.contains("%s"));
  }

  @Test
  void isQuickWhateverIsSaid() {
    Random random = new Random(1);
    String words = "i am my you are because if what no ,;.! ";
    for (int i = 0; i < 500; i++) {
      StringBuilder said = new StringBuilder();
      for (int j = 0; j < 200; j++) {
        said.append(words.charAt(random.nextInt(words.length())));
      }
      assertFalse(Responder.answer(said.toString()).isBlank());
    }
  }

  @Test
  void hearsWhatWasSaidLast() {
    assertEquals("I am tired.", LastWords.ofPrompt("A talk.\nAnn: Hello\nBob: Hi\nAnn: I am tired.\nBob:"));
    assertEquals("I am tired.", LastWords.ofPrompt("I am tired.\n\n"));
    assertEquals("", LastWords.ofPrompt("\n\nBob:\n"));
  }
}
