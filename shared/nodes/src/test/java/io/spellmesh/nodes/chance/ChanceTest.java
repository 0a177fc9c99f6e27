package io.spellmesh.nodes.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ChanceTest {
  @Test
  void isTheSameForTheSameSeedAndAnotherForAnother() {
    assertEquals(Chance.seeded("run/1").nextLong(), Chance.seeded("run/1").nextLong());
    assertNotEquals(Chance.seeded("run/1").nextLong(), Chance.seeded("run/2").nextLong());
  }
}
