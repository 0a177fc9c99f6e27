package io.spellmesh.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsVariableTrueTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"true | true", "'true' | true", "1 | true", "1.0 | true", "'True' | false",
      "2 | false", "'1' | false", "null | false", "[1] | false", "false | false"}, quoteCharacter = '`')
  void firesTrueForWhatIsTrueOnly(String value, String expected) {
    assertEquals(Result.fire(Output.trigger(expected)),
        Trial.of(new IsVariableTrue()).given("input", value).run());
  }

  @Test
  void firesFalseWithoutAValue() {
    assertEquals(Result.fire(IsVariableTrue.NO), Trial.of(new IsVariableTrue()).run());
  }
}
