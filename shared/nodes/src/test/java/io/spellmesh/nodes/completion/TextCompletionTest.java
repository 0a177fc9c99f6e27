package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextCompletionTest {
  @Test
  void continuesTheTextItGets() {
    Answering model = Answering.saying("upon a time");
    Trial trial = Trial.of(new TextCompletion()).in(model).given("string", "'once'");

    assertEquals("{'output':'upon a time'}", trial.outputsOfRun());
    assertEquals("once", model.text().prompt());
    assertEquals(List.of("output: upon ", "output: a ", "output: time"), trial.pieces());
  }

  @Test
  void readsTheSettingsOfTheAgentNodeOfOld() {
    Answering model = Answering.saying("x");
    Trial.of(new TextCompletion()).in(model).given("string", "'a'").set("{'stop':'\\\\n','topP':'.5',"
        + "'maxTokens':'20','modelName':'text-curie-001','temperature':'.3','presencePenalty':'0.0'}").run();

    assertEquals(new Sampling(Optional.of("text-curie-001"), Optional.of(0.3), Optional.of(20), Optional.of(0.5),
        Optional.empty(), Optional.empty(), Optional.of(List.of("\n"))), model.text().sampling().orElseThrow());
  }
}
