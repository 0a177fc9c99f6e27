package io.spellmesh.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class RaiseErrorTest {
  @Test
  void failsWithItsMessage() {
    assertEquals("no way", Trial.of(new RaiseError()).given("string", "'no way'").failure());
    assertEquals("this point should not have been reached", Trial.of(new RaiseError()).failure());
    assertEquals(2_001, Trial.of(new RaiseError()).value("string", TextNode.valueOf("x".repeat(9_000)))
        .failure().length());
  }
}
