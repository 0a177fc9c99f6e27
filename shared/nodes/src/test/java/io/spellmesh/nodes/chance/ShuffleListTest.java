package io.spellmesh.nodes.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.nodes.Trial;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShuffleListTest {
  @Test
  void givesTheSameElementsInAnotherOrder() {
    JsonNode list = Trial.json("[1,2,3,4,5,6,7,8,9,10]");
    JsonNode shuffled = Trial.of(new ShuffleList()).value("input", list).run().outputs().get("output");
    Set<JsonNode> elements = new HashSet<>();
    shuffled.forEach(elements::add);

    assertNotEquals(list, shuffled);
    assertEquals(list.size(), shuffled.size());
    list.forEach(element -> assertTrue(elements.contains(element), shuffled.toString()));
  }
}
