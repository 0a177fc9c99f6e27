package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemDetectorTest {
  @Test
  void givesTheModelsAnswerBehindItsExamples() {
    Answering model = Answering.saying(" lamp ");
    Trial trial = Trial.of(new ItemDetector()).in(model).given("string", "'give me the lamp'");

    assertEquals("{'detectedItem':'lamp'}", trial.outputsOfRun());
    assertTrue(model.text().prompt().endsWith("give me the lamp,"), model.text().prompt());
    assertTrue(model.text().prompt().lines().count() > 5);
    assertEquals(List.of("\n"), model.text().sampling().orElseThrow().stop().orElseThrow());
  }

  @Test
  void takesTheExamplesThatAreSaved() {
    Answering model = Answering.saying("x");
    Trial.of(new ItemDetector()).in(model).set("fewshot", "Mine: ").given("string", "'a'").run();

    assertTrue(model.text().prompt().startsWith("Mine: a"), model.text().prompt());
  }

  @Test
  void needsSomethingToLookAt() {
    assertEquals("input 'string': needs a value, and nothing is wired to it",
        Trial.of(new ItemDetector()).in(Answering.saying("x")).failure());
  }
}
