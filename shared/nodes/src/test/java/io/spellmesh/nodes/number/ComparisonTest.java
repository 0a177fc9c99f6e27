package io.spellmesh.nodes.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void takesTheCardUnlessAValueIsWired() {
    assertEquals(Result.fire(Comparison.YES),
        Trial.of(new GreaterThan()).set("value", "5").given("input", "6").run());
    assertEquals(Result.fire(Comparison.NO),
        Trial.of(new GreaterThan()).set("value", "5").given("value", "7").given("input", "6").run());
  }

  @Test
  void firesFalseWithoutANumberAndRefusesWhatIsNone() {
    assertEquals(Result.fire(Comparison.NO), Trial.of(new Equal()).run());
    assertEquals("input 'input': got \"x\", needs a number", Trial.of(new Equal()).given("input", "'x'").failure());
  }
}
