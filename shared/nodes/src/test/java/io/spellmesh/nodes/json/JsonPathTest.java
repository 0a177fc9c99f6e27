package io.spellmesh.nodes.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class JsonPathTest {
  @Test
  void givesTheFirstAndAll() {
    assertEquals("{'output':1,'all':[1,2]}",
        Trial.of(new JsonPath()).set("path", "$[*].a").given("input", "[{'a':1},{'a':2}]").outputsOfRun());
    assertEquals("{'output':2,'all':[2]}", Trial.of(new JsonPath()).set("path", "$.x").given("path", "'$[1].a'")
        .value("input", TextNode.valueOf("[{\"a\":1},{\"a\":2}]")).outputsOfRun());
  }

  @Test
  void givesAnEmptyListForNothing() {
    assertEquals("{'all':[]}",
        Trial.of(new JsonPath()).set("path", "$.x").given("input", "{'a':1}").outputsOfRun());
    assertEquals("{'output':{'a':1},'all':[{'a':1}]}",
        Trial.of(new JsonPath()).given("input", "{'a':1}").outputsOfRun());
  }

  @Test
  void needsAValue() {
    assertEquals("input 'input': needs a value, and nothing is wired to it", Trial.of(new JsonPath()).failure());
  }
}
