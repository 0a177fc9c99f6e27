package io.spellmesh.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class OrGateTest {
  @Test
  void goesOn() {
    assertEquals(Result.nothing(), Trial.of(new OrGate()).by("trigger2").run());
  }

  @Test
  void isCountedOnceByTheEngineLikeEveryPlainNode() {
    assertEquals(new Role.Plain(), new OrGate().spec().role());
  }
}
