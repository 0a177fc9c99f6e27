package io.spellmesh.nodes.variable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class StringVariableTest {
  @Test
  void givesItsText() {
    assertEquals("{'output':'a b'}",
        Trial.of(new StringVariable()).set("{'_var':'a b'}").outputsOfRun());
  }

  @Test
  void givesEmptyTextIfNothingIsWritten() {
    assertEquals("{'output':''}",
        Trial.of(new StringVariable()).set("{}").outputsOfRun());
  }

  @Test
  void readsWhatIsNoTextAsText() {
    assertEquals("{'output':'12'}",
        Trial.of(new StringVariable()).set("{'_var':12}").outputsOfRun());
  }
}
