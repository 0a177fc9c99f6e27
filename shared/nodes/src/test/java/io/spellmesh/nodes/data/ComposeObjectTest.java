package io.spellmesh.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class ComposeObjectTest {
  @Test
  void makesAFieldOfEachValueInTheirOrder() {
    assertEquals("{'output':{'keya':'v','b':[1]}}",
        Trial.of(new ComposeObject()).given("KeyA ", "'v'").given("B", "[1]").outputsOfRun());
  }

  @Test
  void makesAnEmptyObjectOfNothing() {
    assertEquals("{'output':{}}", Trial.of(new ComposeObject()).given("a").outputsOfRun());
  }
}
