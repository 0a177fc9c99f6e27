package io.spellmesh.nodes.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class DivideTest {
  @Test
  void dividesTheFirstByTheSecond() {
    assertEquals("{'result':0.75}",
        Trial.of(new Divide()).given("firstNumber", "3").given("secondNumber", "4").outputsOfRun());
  }

  @Test
  void refusesToDivideByZero() {
    assertEquals("input 'secondNumber': cannot divide 3 by 0",
        Trial.of(new Divide()).given("firstNumber", "3").given("secondNumber", "'0'").failure());
  }
}
