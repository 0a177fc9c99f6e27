package io.spellmesh.nodes.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.spellmesh.nodes.Trial;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidGeneratorTest {
  @Test
  void givesAnIdOfItsOwnForEachStepAndTheSameWhenItIsRepeated() {
    String first = id("run a/1");

    assertEquals(first, UUID.fromString(first).toString());
    assertEquals(first, id("run a/1"));
    assertNotEquals(first, id("run a/2"));
    assertNotEquals(first, id("run b/1"));
  }

  private static String id(String step) {
    return Trial.of(new UuidGenerator()).keyed(step).run().outputs().get("output").textValue();
  }
}
