package io.spellmesh.nodes.variable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class TextVariableTest {
  @Test
  void givesItsText() {
    assertEquals("{'output':'You are a towel.'}",
        Trial.of(new TextVariable()).set("{'fewshot':'You are a towel.','text':'stale'}").outputsOfRun());
  }

  @Test
  void givesEmptyTextIfNothingIsWritten() {
    assertEquals("{'output':''}",
        Trial.of(new TextVariable()).set("{'text':'stale'}").outputsOfRun());
  }
}
