package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.engine.node.NodeFailure;
import org.junit.jupiter.api.Test;

class GrowingTextTest {
  @Test
  void refusesToGrowBeyondOneValue() {
    GrowingText text = new GrowingText().add("a".repeat(GrowingText.LONGEST));

    assertEquals("the result would have 4000001 characters, may have 4000000",
        assertThrows(NodeFailure.class, () -> text.add("b")).getMessage());
    assertThrows(NodeFailure.class, () -> text.write(new char[2], 0, 1));
    assertEquals(GrowingText.LONGEST, text.text().length());
  }
}
