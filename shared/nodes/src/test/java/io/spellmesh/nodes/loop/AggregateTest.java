package io.spellmesh.nodes.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class AggregateTest {
  @Test
  void makesAListOfAllItIsGiven() {
    assertEquals("{'output':[1,'b',null]}",
        Trial.of(new Aggregate()).given("input", "1", "'b'", "null").outputsOfRun());
    assertEquals("{'output':[]}", Trial.of(new Aggregate()).outputsOfRun());
  }
}
