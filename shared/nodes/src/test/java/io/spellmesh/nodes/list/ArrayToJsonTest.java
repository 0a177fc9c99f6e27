package io.spellmesh.nodes.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class ArrayToJsonTest {
  @Test
  void writesAListAsJson() {
    assertEquals(TextNode.valueOf("[1,\"a\"]"),
        Trial.of(new ArrayToJson()).given("input", "[1,'a']").run().outputs().get("output"));
    assertEquals(Result.nothing(), Trial.of(new ArrayToJson()).run());
  }
}
