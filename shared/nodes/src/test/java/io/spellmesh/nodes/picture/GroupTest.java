package io.spellmesh.nodes.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class GroupTest {
  @Test
  void hasNoSocketThatARunCouldReach() {
    assertTrue(new Group().spec().inputs().isEmpty() && new Group().spec().outputs().isEmpty());
    assertEquals(Result.nothing(), Trial.of(new Group()).set("name", "answers").run());
  }
}
