package io.spellmesh.nodes.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class JsonToArrayTest {
  @Test
  void readsAList() {
    assertEquals("{'output':[1,'a']}", Trial.of(new JsonToArray())
        .value("input", TextNode.valueOf("[1,\"a\"]")).outputsOfRun());
    assertEquals("{'output':[1]}", Trial.of(new JsonToArray()).given("input", "[1]").outputsOfRun());
  }

  @Test
  void failsOnWhatIsNoList() {
    assertEquals("input 'input': got {\"a\":1}, needs a list", Trial.of(new JsonToArray())
        .value("input", TextNode.valueOf("{\"a\":1}")).failure());
  }
}
