package io.spellmesh.nodes.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsANumberTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1 | true", "'-1.5e3' | true", "' 7 ' | true", "'7 cats' | false",
      "'' | false", "true | false", "[1] | false", "'NaN' | false"}, quoteCharacter = '`')
  void firesTrueForNumbersAndTextThatIsOne(String value, String expected) {
    assertEquals(Result.fire(Output.trigger(expected)),
        Trial.of(new IsANumber()).given("input", value).run());
  }

  @Test
  void firesFalseWithoutAValue() {
    assertEquals(Result.fire(IsANumber.NO), Trial.of(new IsANumber()).run());
  }
}
