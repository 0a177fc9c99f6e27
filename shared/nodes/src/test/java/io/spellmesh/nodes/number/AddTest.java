package io.spellmesh.nodes.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class AddTest {
  @Test
  void adds() {
    assertEquals("{'result':5.5}",
        Trial.of(new Add()).given("firstNumber", "'3'").given("secondNumber", "2.5").outputsOfRun());
  }
}
