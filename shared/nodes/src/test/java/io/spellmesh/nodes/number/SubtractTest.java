package io.spellmesh.nodes.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class SubtractTest {
  @Test
  void subtractsTheSecondFromTheFirst() {
    assertEquals("{'result':-1}",
        Trial.of(new Subtract()).given("firstNumber", "3").given("secondNumber", "4").outputsOfRun());
  }
}
