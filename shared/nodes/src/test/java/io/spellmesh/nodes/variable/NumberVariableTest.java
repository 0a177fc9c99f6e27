package io.spellmesh.nodes.variable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class NumberVariableTest {
  @Test
  void givesItsNumber() {
    assertEquals("{'output':5}",
        Trial.of(new NumberVariable()).set("{'_var':5}").outputsOfRun());
    assertEquals("{'output':0}",
        Trial.of(new NumberVariable()).set("{'_var':0}").outputsOfRun());
    assertEquals("{'output':2.5}",
        Trial.of(new NumberVariable()).set("{'_var':2.5}").outputsOfRun());
  }

  @Test
  void readsTextThatIsANumber() {
    assertEquals("{'output':80001}",
        Trial.of(new NumberVariable()).set("{'_var':'80001'}").outputsOfRun());
    assertEquals("{'output':-1.5}",
        Trial.of(new NumberVariable()).set("{'_var':' -1.5 '}").outputsOfRun());
  }

  @Test
  void givesZeroIfNothingIsWritten() {
    assertEquals("{'output':0}",
        Trial.of(new NumberVariable()).set("{}").outputsOfRun());
  }

  @Test
  void failsForTextThatIsNoNumber() {
    assertEquals("got \"many\", needs a number",
        Trial.of(new NumberVariable()).set("{'_var':'many'}").failure());
  }
}
