package io.spellmesh.nodes.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class ExtractFromArrayTest {
  @Test
  void takesOneFieldOfEach() {
    assertEquals("{'output':[1,null,null]}", Trial.of(new ExtractFromArray()).set("value", " a ")
        .given("input", "[{'a':1,'b':2},{'b':3},'x']").outputsOfRun());
    assertEquals("{'output':[]}", Trial.of(new ExtractFromArray()).outputsOfRun());
  }
}
