package io.spellmesh.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class WaitForAllTest {
  @Test
  void goesOn() {
    assertEquals(Result.nothing(), Trial.of(new WaitForAll()).by("a").run());
  }

  @Test
  void isJoinedByTheEngine() {
    assertEquals(new Role.Join(), new WaitForAll().spec().role());
  }
}
