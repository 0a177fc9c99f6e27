package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void readsWhatItWrites() {
    JsonNode value = Trial.json("{'a':[1,2.5,'ä🧙',null,true],'b':{}}");

    assertEquals(value, JsonText.read(JsonText.of(value)));
    assertEquals(value, JsonText.read(JsonText.indented(value)));
    assertEquals("{\"a\":[1,2.5,\"ä🧙\",null,true],\"b\":{}}", JsonText.of(value));
  }

  @Test
  void saysWhereTextStopsToBeJson() {
    String said = assertThrows(NodeFailure.class, () -> JsonText.read("{\"a\": nope}")).getMessage();

    assertTrue(said.startsWith("got text that is not JSON: "), said);
    assertTrue(said.contains("line 1"), said);
  }

  @Test
  void refusesDeepJsonAndNumbersThatJsonHasNot() {
    assertThrows(NodeFailure.class, () -> JsonText.read("[".repeat(10_000) + "]".repeat(10_000)));
    assertThrows(NodeFailure.class, () -> JsonText.read("1e999"));
    assertThrows(NodeFailure.class, () -> JsonText.read(""));
    assertThrows(NodeFailure.class, () -> JsonText.read("{\"a\":1,\"a\":2}"));
  }

  @Test
  void refusesToWriteWhatIsTooLong() {
    ArrayNode many = JsonNodeFactory.instance.arrayNode();
    TextNode big = TextNode.valueOf("x".repeat(1_000_000));
    for (int i = 0; i < 5; i++) {
      many.add(big);
    }

    assertThrows(NodeFailure.class, () -> JsonText.of(many));
  }
}
