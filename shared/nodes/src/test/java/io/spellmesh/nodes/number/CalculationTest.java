package io.spellmesh.nodes.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class CalculationTest {
  @Test
  void takesTheCardWhereNothingIsWired() {
    assertEquals("{'result':7}", Trial.of(new Add()).set("{'firstNumber':'3','secondNumber':4}").outputsOfRun());
    assertEquals("{'result':2}", Trial.of(new Add()).outputsOfRun());
  }

  @Test
  void refusesWhatIsNoNumberAndWhatCannotBeWritten() {
    assertEquals("input 'firstNumber': got \"x\", needs a number",
        Trial.of(new Add()).given("firstNumber", "'x'").failure());
    assertEquals("the result is too large to be written as a number", Trial.of(new Multiply())
        .given("firstNumber", "1e300").given("secondNumber", "1e300").failure());
  }
}
