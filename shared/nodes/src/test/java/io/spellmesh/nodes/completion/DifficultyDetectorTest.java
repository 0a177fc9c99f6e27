package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class DifficultyDetectorTest {
  @Test
  void dividesTheAnswerAtItsComma() {
    assertEquals("{'difficulty':'14/20','category':'strength'}", answered(" 14/20, strength"));
  }

  @Test
  void hasNoCategoryWhereTheModelGaveNone() {
    assertEquals("{'difficulty':'hard'}", answered("hard"));
  }

  @Test
  void asksForTheActionBehindItsExamples() {
    Answering model = Answering.saying("1/20, charisma");
    Trial.of(new DifficultyDetector()).in(model).given("action", "'wink'").run();

    assertTrue(model.text().prompt().endsWith(": wink,"), model.text().prompt());
  }

  private static String answered(String answer) {
    return Trial.of(new DifficultyDetector()).in(Answering.saying(answer)).given("action", "'lift'").outputsOfRun();
  }
}
