package io.spellmesh.nodes.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRangeTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1|3|1|[1,2,3]", "3|1|-1|[3,2,1]", "0|1|0.5|[0,0.5,1]", "3|1|1|[]",
      "2|2|5|[2]"})
  void countsUpAndDown(String from, String to, String by, String expected) {
    assertEquals("{'output':" + expected + "}", Trial.of(new NumberRange()).set("step", by)
        .given("start", from).given("end", to).outputsOfRun());
  }

  @Test
  void refusesARangeWithoutEnd() {
    assertEquals("By is 0, must lead from one number to the next",
        Trial.of(new NumberRange()).set("step", "0").failure());
    assertEquals("the list would have 1000000000 elements, may have 500000",
        Trial.of(new NumberRange()).set("end", "1000000000").failure());
    assertTrue(Trial.of(new NumberRange()).given("end", "1e300").failure().startsWith("the list would have"));
  }
}
