package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class SafetyVerifierTest {
  @Test
  void isFalseForWhatIsRatedX() {
    assertEquals("{'boolean':false}", rated(" X "));
    assertEquals("{'boolean':true}", rated("PG"));
    assertEquals("{'boolean':true}", rated("nonsense"));
  }

  @Test
  void asksForARatingBehindItsExamples() {
    Answering model = Answering.saying("G");
    Trial.of(new SafetyVerifier()).in(model).given("string", "'a fox'").run();

    assertTrue(model.text().prompt().endsWith("Text: a fox\nRating:"), model.text().prompt());
  }

  private static String rated(String rating) {
    return Trial.of(new SafetyVerifier()).in(Answering.saying(rating)).given("string", "'a'").outputsOfRun();
  }
}
