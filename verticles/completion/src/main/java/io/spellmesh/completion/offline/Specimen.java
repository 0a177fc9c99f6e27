package io.spellmesh.completion.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/**
 * A value of a JSON schema, the plainest that there is: what it fixes, the first of what it offers, the least of
 * what it bounds; where it wants any text, what was said. Schemas can want what this does not find.
 */
final class Specimen {
  private static final int DEEPEST = 20;
  private static final int MOST_ELEMENTS = 100;
  /** Where a schema says outright what a value may be. */
  private static final List<String> SAID = List.of("const", "default");
  private static final List<String> FIRST_OF = List.of("enum", "examples");
  private static final List<String> WAYS = List.of("anyOf", "oneOf");

  private Specimen() {}

  static JsonNode of(JsonNode schema, String said) {
    return of(schema, schema, said, 0);
  }

  private static JsonNode of(JsonNode root, JsonNode schema, String said, int depth) {
    if (depth > DEEPEST) {
      return NullNode.getInstance();
    }
    for (String keyword : SAID) {
      if (schema.has(keyword)) {
        return schema.get(keyword);
      }
    }
    for (String keyword : FIRST_OF) {
      if (schema.path(keyword).has(0)) {
        return schema.get(keyword).get(0);
      }
    }
    for (String keyword : WAYS) {
      if (schema.path(keyword).has(0)) {
        return of(root, schema.get(keyword).get(0), said, depth + 1);
      }
    }
    String reference = schema.path("$ref").asText();
    if (reference.startsWith("#/")) {
      return of(root, root.at(reference.substring(1)), said, depth + 1);
    }
    return ofType(root, schema, said, depth);
  }

  private static JsonNode ofType(JsonNode root, JsonNode schema, String said, int depth) {
    JsonNode named = schema.path("type");
    String type = named.isArray() ? named.path(0).asText() : named.asText(schema.has("items") ? "array" : "object");
    return switch (type) {
      case "string" -> TextNode.valueOf(text(schema, said));
      case "integer", "number" -> number(schema);
      case "boolean" -> BooleanNode.FALSE;
      case "null" -> NullNode.getInstance();
      case "array" -> {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < Math.min(schema.path("minItems").asInt(), MOST_ELEMENTS); i++) {
          list.add(of(root, schema.path("items"), said, depth + 1));
        }
        yield list;
      }
      default -> object(root, schema, said, depth);
    };
  }

  private static ObjectNode object(JsonNode root, JsonNode schema, String said, int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (JsonNode name : schema.path("required")) {
      object.set(name.asText(), of(root, schema.path("properties").path(name.asText()), said, depth + 1));
    }
    return object;
  }

  private static String text(JsonNode schema, String said) {
    int least = schema.path("minLength").asInt();
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    String text = said.length() >= least ? said : said + ".".repeat(Math.min(least - said.length(), 1_000));
    return text.length() <= most ? text : text.substring(0, most);
  }

  private static JsonNode number(JsonNode schema) {
    if (schema.has("minimum")) {
      return schema.get("minimum");
    }
    if (schema.has("exclusiveMinimum")) {
      return IntNode.valueOf((int) Math.floor(schema.get("exclusiveMinimum").asDouble()) + 1);
    }
    return schema.path("maximum").asDouble() < 0 ? schema.get("maximum") : IntNode.valueOf(0);
  }
}
