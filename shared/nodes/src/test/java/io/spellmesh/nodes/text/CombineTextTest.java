package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class CombineTextTest {
  @Test
  void putsTheFirstValuesOneAfterTheOther() {
    assertEquals("{'output':'ab1'}", Trial.of(new CombineText())
        .given("z", "'a'", "'x'").given("y", "'b'").given("none").given("x", "1.0").outputsOfRun());
  }

  @Test
  void putsTheDelimiterBetween() {
    assertEquals("{'output':'a, b'}", Trial.of(new CombineText()).set("{'delimiter':', '}")
        .given("z", "'a'").given("y", "'b'").outputsOfRun());
  }

  @Test
  void givesEmptyTextOfNothing() {
    assertEquals("{'output':''}", Trial.of(new CombineText()).outputsOfRun());
  }

  @Test
  void refusesAResultThatWouldFillTheMemory() {
    TextNode half = TextNode.valueOf("a".repeat(2_000_001));

    assertEquals("the result would have 4000002 characters, may have 4000000",
        Trial.of(new CombineText()).value("a", half).value("b", half).failure());
  }
}
