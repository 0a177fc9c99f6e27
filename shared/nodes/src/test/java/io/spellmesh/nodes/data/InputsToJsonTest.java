package io.spellmesh.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class InputsToJsonTest {
  @Test
  void writesTheValuesAsJsonText() {
    assertEquals(TextNode.valueOf("{\"keya\":\"v\",\"b\":\"hello\"}"), Trial.of(new InputsToJson())
        .given("KeyA ", "'v'").given("B", "'hello'").run().outputs().get("output"));
  }

  @Test
  void writesAnEmptyObjectOfNothing() {
    assertEquals(TextNode.valueOf("{}"), Trial.of(new InputsToJson()).run().outputs().get("output"));
  }
}
