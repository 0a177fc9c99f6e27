package io.spellmesh.spell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.testkit.TestMember;
import org.junit.jupiter.api.Test;

class SpellConfigTest {

  @Test
  void hasTheDefaultsOfTheConfigurationFile() {
    assertEquals(SpellConfig.DEFAULT, TestMember.defaults().section("spells", SpellConfig.class));
  }

  @Test
  void refusesToKeepNothing() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new SpellConfig(0, 1024, 1, 1024));

    assertEquals("spells.max-nodes is 0, must be at least 1", refusal.getMessage());
  }
}
