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

  @Test
  void refusesAResultThatWouldFillTheMemory() {
    TextNode big = TextNode.valueOf("a".repeat(2_000_001));

    assertEquals("the result would have ", Trial.of(new InputsToJson()).value("a", big).value("b", big)
        .failure().substring(0, 22));
  }
}
