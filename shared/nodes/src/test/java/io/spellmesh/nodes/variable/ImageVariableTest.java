package io.spellmesh.nodes.variable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class ImageVariableTest {
  @Test
  void givesTheAddressOnTheCard() {
    assertEquals("{'output':'https://example.com/a.png'}",
        Trial.of(new ImageVariable()).set("_var", "https://example.com/a.png").outputsOfRun());
  }
}
