package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
