package io.spellmesh.nodes.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceListTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"0|2|[1,2]", "-2|100|[3,4]", "1|-1|[2,3]", "3|1|[]"})
  void countsFromEitherEnd(String from, String to, String expected) {
    assertEquals("{'output':" + expected + "}", Trial.of(new SliceList()).set("start", from)
        .given("end", to).given("input", "[1,2,3,4]").outputsOfRun());
  }
}
