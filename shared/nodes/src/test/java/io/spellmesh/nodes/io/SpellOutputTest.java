package io.spellmesh.nodes.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpellOutputTest {
  @Test
  void passesTheFirstValueOn() {
    assertEquals("{'output':'a'}", Trial.of(new SpellOutput()).given("input", "'a'", "'b'").outputsOfRun());
  }

  @Test
  void passesZeroFalseAndNullOnAsTheyAre() {
    for (String value : List.of("0", "false", "null", "''")) {
      assertEquals("{'output':" + value + "}",
          Trial.of(new SpellOutput()).given("input", value).outputsOfRun());
    }
  }

  @Test
  void givesNothingWithoutAValueAndStillGoesOn() {
    assertEquals(Result.nothing(), Trial.of(new SpellOutput()).run());
  }

  @Test
  void isAnExitForTheValueAtItsInput() {
    assertEquals(new Role.ValueExit(SpellOutput.VALUE), new SpellOutput().spec().role());
  }

  @Test
  void knowsTheKeyOfItsValueInTheOldestFiles() {
    for (var alias : new SpellOutput().spec().aliases().subList(0, 2)) {
      assertEquals("input", alias.inputs().get("text"), alias.name());
    }
  }
}
