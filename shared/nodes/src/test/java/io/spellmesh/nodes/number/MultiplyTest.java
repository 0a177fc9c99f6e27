package io.spellmesh.nodes.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class MultiplyTest {
  @Test
  void multiplies() {
    assertEquals("{'result':12}",
        Trial.of(new Multiply()).given("firstNumber", "3").given("secondNumber", "4").outputsOfRun());
  }
}
