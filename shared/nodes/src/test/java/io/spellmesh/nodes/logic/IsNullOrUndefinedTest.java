package io.spellmesh.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsNullOrUndefinedTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"null | true", "'' | true", "[] | true", "' ' | false", "0 | false",
      "false | false", "{} | false", "[0] | false"}, quoteCharacter = '`')
  void firesTrueForNothing(String value, String expected) {
    assertEquals(Result.fire(Output.trigger(expected)),
        Trial.of(new IsNullOrUndefined()).given("input", value).run());
  }

  @Test
  void firesTrueWithoutAValueAndKnowsItsOldSocket() {
    assertEquals(Result.fire(IsNullOrUndefined.YES), Trial.of(new IsNullOrUndefined()).run());
    assertEquals(Map.of("string", "input"), new IsNullOrUndefined().spec().aliases().get(0).inputs());
  }
}
