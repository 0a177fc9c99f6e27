package io.spellmesh.nodes.variable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class BooleanVariableTest {
  @Test
  void givesWhatIsSet() {
    assertEquals("{'output':true}",
        Trial.of(new BooleanVariable()).set("{'_var':true}").outputsOfRun());
    assertEquals("{'output':false}",
        Trial.of(new BooleanVariable()).set("{'_var':false}").outputsOfRun());
    assertEquals("{'output':true}",
        Trial.of(new BooleanVariable()).set("{'_var':'true'}").outputsOfRun());
    assertEquals("{'output':false}",
        Trial.of(new BooleanVariable()).set("{'_var':'false'}").outputsOfRun());
  }

  @Test
  void givesFalseIfNothingIsSet() {
    assertEquals("{'output':false}",
        Trial.of(new BooleanVariable()).set("{}").outputsOfRun());
  }
}
