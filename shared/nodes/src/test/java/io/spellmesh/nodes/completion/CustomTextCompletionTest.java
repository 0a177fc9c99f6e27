package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomTextCompletionTest {
  @Test
  void fillsTheNamesIn() {
    Answering model = Answering.saying("Hi");
    Trial trial = Trial.of(new CustomTextCompletion()).in(model).set("fewshot", "{speaker}: Hello\n{agent}:")
        .given("agent", "'Eve'").given("speaker", "'Ann'");

    assertEquals("{'output':'Hi'}", trial.outputsOfRun());
    assertEquals("Ann: Hello\nEve:", model.text().prompt());
    assertEquals(List.of("\"\"\"", "###"), model.text().sampling().orElseThrow().stop().orElseThrow());
  }

  @Test
  void callsThemWhatTheyAreWhereTheyHaveNoNames() {
    Answering model = Answering.saying("Hi");
    Trial.of(new CustomTextCompletion()).in(model).set("fewshot", "{speaker} {agent}").run();

    assertEquals("Speaker Agent", model.text().prompt());
  }
}
