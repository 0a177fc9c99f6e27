package io.spellmesh.nodes.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class RemapArrayTest {
  @Test
  void keepsTheFieldsOnTheCard() {
    assertEquals("{'output':[{'a':1,'c':3},{},{}]}", Trial.of(new RemapArray()).set("values", "c, a")
        .given("input", "[{'a':1,'b':2,'c':3},{'b':3},7]").outputsOfRun());
    assertEquals("{'output':[]}", Trial.of(new RemapArray()).outputsOfRun());
  }
}
