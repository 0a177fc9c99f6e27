package io.spellmesh.nodes.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class RespondTest {
  @Test
  void showsItsTextAtOnceAndGivesItsValue() {
    Trial trial = Trial.of(new Respond()).given("input", "{'text':'soon'}");

    assertEquals("{'output':{'text':'soon'}}", trial.outputsOfRun());
    assertEquals("output: {\"text\":\"soon\"}", trial.pieces().getFirst());
  }

  @Test
  void needsSomethingToSay() {
    assertEquals("input 'input': needs a value, and nothing is wired to it", Trial.of(new Respond()).failure());
  }
}
