package io.spellmesh.nodes.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class UniqueListTest {
  @Test
  void keepsTheFirstOfEach() {
    assertEquals("{'output':[1,'1',{'a':1}]}",
        Trial.of(new UniqueList()).given("input", "[1,'1',1,{'a':1},{'a':1}]").outputsOfRun());
    assertEquals("{'output':[{'a':1,'b':1},{'a':2}]}", Trial.of(new UniqueList()).set("field", "a")
        .given("input", "[{'a':1,'b':1},{'a':2},{'a':1}]").outputsOfRun());
  }
}
