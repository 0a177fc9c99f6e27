package io.spellmesh.nodes.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class NoteTest {
  @Test
  void hasNoSocketThatARunCouldReach() {
    assertTrue(new Note().spec().inputs().isEmpty() && new Note().spec().outputs().isEmpty());
    assertEquals(Result.nothing(), Trial.of(new Note()).set("text", "# why").run());
  }
}
