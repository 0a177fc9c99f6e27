package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class EntityDetectorTest {
  @Test
  void givesEachEntityItsType() {
    assertEquals("{'entities':[{'name':'map','type':'thing'},{'name':'Selma','type':'person'}]}",
        answered(" map, Selma\nTypes: thing, person"));
  }

  @Test
  void livesWithTypesThatAreMissing() {
    assertEquals("{'entities':[{'name':'map','type':'thing'},{'name':'Selma'}]}",
        answered("map, Selma\nTypes: thing"));
    assertEquals("{'entities':[{'name':'map'}]}", answered("map"));
    assertEquals("{'entities':[]}", answered("  "));
  }

  @Test
  void asksForTheActionBehindItsExamples() {
    Answering model = Answering.saying("x");
    Trial.of(new EntityDetector()).in(model).given("action", "'wink'").run();

    assertTrue(model.text().prompt().endsWith("Action: wink\nEntities:"), model.text().prompt());
  }

  private static String answered(String answer) {
    return Trial.of(new EntityDetector()).in(Answering.saying(answer)).given("action", "'give'").outputsOfRun();
  }
}
