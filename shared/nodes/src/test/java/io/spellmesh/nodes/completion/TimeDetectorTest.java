package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeDetectorTest {
  @Test
  void givesTheModelsAnswerBehindItsExamples() {
    Answering model = Answering.saying(" 2 hours ");
    Trial trial = Trial.of(new TimeDetector()).in(model).given("string", "'we wait for the rain to end'");

    assertEquals("{'detectedTime':'2 hours'}", trial.outputsOfRun());
    assertTrue(model.text().prompt().endsWith("we wait for the rain to end,"), model.text().prompt());
    assertTrue(model.text().prompt().lines().count() > 5);
    assertEquals(List.of("\n"), model.text().sampling().orElseThrow().stop().orElseThrow());
  }

  @Test
  void takesTheExamplesThatAreSaved() {
    Answering model = Answering.saying("x");
    Trial.of(new TimeDetector()).in(model).set("fewshot", "Mine: ").given("string", "'a'").run();

    assertTrue(model.text().prompt().startsWith("Mine: a"), model.text().prompt());
  }

  @Test
  void needsSomethingToLookAt() {
    assertEquals("input 'string': needs a value, and nothing is wired to it",
        Trial.of(new TimeDetector()).in(Answering.saying("x")).failure());
  }
}
