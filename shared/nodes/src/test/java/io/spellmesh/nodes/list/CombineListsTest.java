package io.spellmesh.nodes.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class CombineListsTest {
  @Test
  void takesListsApartAndOthersWhole() {
    assertEquals("{'output':[1,2,'x',{'a':1}]}", Trial.of(new CombineLists()).given("a", "[1,2]")
        .given("b", "'x'").given("c", "[{'a':1}]").outputsOfRun());
  }

  @Test
  void refusesAListThatWouldFillTheMemory() {
    ArrayNode many = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < 300_000; i++) {
      many.add(i);
    }

    assertEquals("the list would have 600000 elements, may have 500000",
        Trial.of(new CombineLists()).value("a", many).value("b", many).failure());
  }
}
