package io.spellmesh.nodes.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GetValueFromArrayTest {
  @ParameterizedTest
  @CsvSource({"0,{'output':'a'}", "2,{'output':'c'}", "-1,{'output':'c'}", "3,{}", "-4,{}"})
  void givesTheElementAtAPlace(String place, String expected) {
    assertEquals(expected, Trial.of(new GetValueFromArray()).set("element", place)
        .given("array", "['a','b','c']").outputsOfRun());
  }

  @Test
  void givesTheFieldOfAnObjectAndRefusesOtherPlaces() {
    assertEquals("{'output':1}",
        Trial.of(new GetValueFromArray()).set("element", "x").given("array", "{'x':1}").outputsOfRun());
    assertEquals("Place is 'x', must be a whole number",
        Trial.of(new GetValueFromArray()).set("element", "x").given("array", "[1]").failure());
  }
}
