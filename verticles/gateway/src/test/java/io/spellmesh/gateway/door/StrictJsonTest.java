package io.spellmesh.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
  record Body(String name, Optional<Double> weight, Optional<ObjectNode> graph) {}

  private static Body read(String json) {
    return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), Body.class);
  }

  @Test
  void readsARecord() {
    Body body = read("{\"name\":\"a\",\"graph\":{\"__proto__\":{\"x\":1e3}}}");

    assertEquals("a", body.name());
    assertEquals(1000.0, body.graph().orElseThrow().at("/__proto__/x").doubleValue());
    assertTrue(body.weight().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"owner", "role", "fence", "id", "__proto__"})
  void namesAnUnknownFieldAndThoseThatAreKnown(String field) {
    Failure failure = assertThrows(Failure.class, () -> read("{\"name\":\"a\",\"" + field + "\":1}"));

    assertEquals(FailureCode.BAD_REQUEST, failure.code());
    assertEquals("unknown field '" + field + "', must be one of graph, name, weight", failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7", "{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"a\"} x",
      "{\"name\":\"a\",\"weight\":NaN}", "{\"name\":\"a\",\"weight\":1e999}", "{'name':'a'}",
      "{\"name\":\"a\",\"weight\":Infinity}", "{\"name\":\"a\",\"graph\":{\"x\":1e999}}",
      "{\"name\":\"a\",\"graph\":{\"x\":-1e999}}", "{\"name\":\"a\",\"graph\":{\"x\":1,\"x\":2}}",
      "{\"name\":\"a\",\"graph\":[]}", "{\"name\":7}", "{\"name\":\"a\"}{\"name\":\"b\"}"})
  void refusesWhatIsNoProperJson(String json) {
    Failure failure = assertThrows(Failure.class, () -> read(json));

    assertEquals(FailureCode.BAD_REQUEST, failure.code());
    assertTrue(!failure.getMessage().contains("jackson") && !failure.getMessage().contains("java."),
        failure.getMessage());
  }

  @Test
  void refusesDeepNesting() {
    String deep = "{\"name\":\"a\",\"graph\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "}";

    Failure failure = assertThrows(Failure.class, () -> read(deep));

    assertTrue(failure.getMessage().contains("too deep"), failure.getMessage());
  }

  @Test
  void quotesALongFieldShort() {
    Failure failure = assertThrows(Failure.class, () -> read("{\"" + "x".repeat(100_000) + "\":1}"));

    assertTrue(failure.getMessage().length() < 300);
  }

  @Test
  void readsAnyTree() {
    JsonNode tree = StrictJson.read("[1,{\"a\":2.50}]".getBytes(StandardCharsets.UTF_8), JsonNode.class);

    assertEquals("[1,{\"a\":2.5}]", tree.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "1", "\"a\""})
  void refusesABodyOfTooManyParts(String part) {
    String list = "[" + (part + ",").repeat(1_000_000) + part + "]";

    Failure bare = assertThrows(Failure.class,
        () -> StrictJson.read(list.getBytes(StandardCharsets.UTF_8), JsonNode.class));
    Failure inside = assertThrows(Failure.class,
        () -> read("{\"name\":\"a\",\"graph\":{\"x\":" + list + "}}"));

    assertEquals(FailureCode.BAD_REQUEST, bare.code());
    assertTrue(bare.getMessage().contains("1000000"), bare.getMessage());
    assertEquals(bare.getMessage(), inside.getMessage());
  }
}
