package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionTypeClassifierTest {
  @Test
  void givesTheModelsAnswerBehindItsExamples() {
    Answering model = Answering.saying(" get ");
    Trial trial = Trial.of(new ActionTypeClassifier()).in(model).given("action", "'pick up the bucket'");

    assertEquals("{'actionType':'get'}", trial.outputsOfRun());
    assertTrue(model.text().prompt().endsWith("pick up the bucket,"), model.text().prompt());
    assertTrue(model.text().prompt().lines().count() > 5);
    assertEquals(List.of("\n"), model.text().sampling().orElseThrow().stop().orElseThrow());
  }

  @Test
  void takesTheExamplesThatAreSaved() {
    Answering model = Answering.saying("x");
    Trial.of(new ActionTypeClassifier()).in(model).set("fewshot", "Mine: ").given("action", "'a'").run();

    assertTrue(model.text().prompt().startsWith("Mine: a"), model.text().prompt());
  }

  @Test
  void needsSomethingToLookAt() {
    assertEquals("input 'action': needs a value, and nothing is wired to it",
        Trial.of(new ActionTypeClassifier()).in(Answering.saying("x")).failure());
  }
}
