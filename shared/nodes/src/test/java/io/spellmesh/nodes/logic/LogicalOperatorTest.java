package io.spellmesh.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogicalOperatorTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "equal | 'a' | 'a' | true", "equal | 5 | '5.0' | true", "equal | '5' | '5.0' | false",
      "equal | true | 1 | true", "equal | {'a':1} | {'a':1} | true", "equal | 'a' | 1 | false",
      "not equal | 'a' | 'b' | true", "not equal | 'a' | 'a' | false", "not equal | null | 0 | true",
      "greater than | 10 | 9 | true", "greater than | '10' | '9' | false", "greater than | '10' | 9 | true",
      "greater than | 'word' | 9 | false", "less than | 1 | 2 | true", "less greater than | 1 | 2 | true",
      "less greater than | 2 | 1 | false", "Less Than | 1 | 2 | true",
      "includes | 'abc' | 'b' | true", "includes | ['a',1] | 1 | true", "includes | ['ab'] | 'a' | false",
      " | 'abc' | 'b' | true", " | 'abc' | 'x' | false"})
  void testsAsChosenAndIncludesIfNothingIs(String test, String first, String second, String expected) {
    Trial trial = Trial.of(new LogicalOperator()).given("input1", first).given("input2", second);

    assertEquals(Result.fire(Output.trigger(expected)),
        Optional.ofNullable(test).map(chosen -> trial.set("operationType", chosen)).orElse(trial).run());
  }

  @Test
  void refusesATestThatThereIsNot() {
    assertEquals("Test is 'about', must be one of equal, not equal, greater than, less than, includes",
        Trial.of(new LogicalOperator()).set("operationType", "about").failure());
  }
}
