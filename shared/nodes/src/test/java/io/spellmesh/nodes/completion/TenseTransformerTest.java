package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenseTransformerTest {
  @Test
  void asksInTheNameOfWhoActs() {
    Answering model = Answering.saying(" Kay is tired.");
    Trial trial = Trial.of(new TenseTransformer()).in(model).given("text", "'am tired'").given("name", "'Kay'");

    assertEquals("{'action':'Kay is tired.'}", trial.outputsOfRun());
    assertTrue(model.text().prompt().endsWith("---\nKay: am tired\nThird Person:"), model.text().prompt());
    assertEquals(List.of("action:  ", "action: Kay ", "action: is ", "action: tired."), trial.pieces());
  }
}
