package io.spellmesh.nodes.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.engine.node.Role;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class SpellTest {
  @Test
  void neverRunsItself() {
    assertThrows(IllegalStateException.class, () -> Trial.of(new Spell()).run());
  }

  @Test
  void isRunByTheEngineWithTheEventForTheInputOfTheOtherSpell() {
    assertEquals(new Role.SubSpell(Spell.EVENT), new Spell().spec().role());
  }
}
