package io.spellmesh.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetValuesFromObjectTest {
  @Test
  void givesTheFieldsThatItsOutputsAreNamedAfter() {
    assertEquals("{'a':1,'n':null}",
        trial("a", "n").given("object", "{'a':1,'b':2,'n':null}").outputsOfRun());
  }

  @Test
  void leavesOutWhatIsMissing() {
    assertEquals("{}", trial("x").given("object", "{'a':1}").outputsOfRun());
  }

  @Test
  void takesTheNameOfAnOutputWhereTheObjectDoesNotKnowItsKey() {
    assertEquals("{'k1':1}", Trial.of(new GetValuesFromObject()).with(Output.any("k1").named("shown"))
        .given("object", "{'shown':1}").outputsOfRun());
  }

  @Test
  void givesNothingAndSaysWhyForWhatIsNoObject() {
    Trial trial = trial("length").given("object", "'text'");

    assertEquals("{}", trial.outputsOfRun());
    assertEquals(List.of("warn: got text, needs an object to take values from"), trial.lines());
  }

  @Test
  void takesAListApartByNumber() {
    assertEquals("{'0':'a','1':{'b':1},'length':2}",
        trial("0", "1", "2", "01", "a", "length").given("object", "['a',{'b':1}]").outputsOfRun());
  }

  @Test
  void givesNothingForNothing() {
    assertEquals("{}", trial("a").outputsOfRun());
  }

  private static Trial trial(String... outputs) {
    Trial trial = Trial.of(new GetValuesFromObject());
    for (String output : outputs) {
      trial.with(output, SocketType.ANY);
    }
    return trial;
  }
}
