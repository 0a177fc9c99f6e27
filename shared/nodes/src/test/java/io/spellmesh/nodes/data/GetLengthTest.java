package io.spellmesh.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GetLengthTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"'hello' | 5", "'' | 0", "[1,2] | 2", "{'a':1} | 1", "1234 | 4"},
      quoteCharacter = '`')
  void countsCharactersElementsAndFields(String value, int expected) {
    assertEquals("{'output':" + expected + "}",
        Trial.of(new GetLength()).given("string", value).outputsOfRun());
  }

  @Test
  void givesNothingForNothing() {
    assertEquals(Result.nothing(), Trial.of(new GetLength()).given("string", "null").run());
  }
}
