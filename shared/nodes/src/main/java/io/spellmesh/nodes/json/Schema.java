package io.spellmesh.nodes.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.NodeFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks values against a schema, step by step within a bound: schemas come from anyone, and some go round in a
 * circle or look twice at each part of each part. What of the standard is not here is refused by its name.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
 */
public final class Schema {
  private static final int MOST_STEPS = 200_000;
  private static final int MOST_MISTAKES = 100;
  private static final int DEEPEST = 400;
  private static final List<String> NOT_HERE = List.of("$dynamicRef", "$recursiveRef", "unevaluatedItems",
      "unevaluatedProperties");

  private final JsonNode root;
  private int steps;
  private int depth;

  public Schema(JsonNode root) {
    this.root = root;
  }

  /** What is wrong with a value, each with the place where it is; empty if it is as the schema wants it. */
  public List<String> mistakes(JsonNode value) {
    List<String> mistakes = new ArrayList<>();
    check(root, value, "", mistakes);
    return mistakes;
  }

  /** @throws NodeFailure if the schema is none, or takes too long */
  void check(JsonNode schema, JsonNode value, String place, List<String> mistakes) {
    step();
    if (++depth > DEEPEST) {
      throw new NodeFailure("the schema goes more than " + DEEPEST + " levels deep, or round in a circle");
    }
    if (schema.isBoolean()) {
      if (!schema.booleanValue()) {
        mistake(mistakes, place, "must not be there");
      }
    } else if (schema.isObject()) {
      NOT_HERE.stream().filter(schema::has).findFirst().ifPresent(keyword -> {
        throw new NodeFailure("the schema uses " + keyword + ", which is not known here");
      });
      if (schema.has("$ref")) {
        check(Reference.find(root, schema.get("$ref").asText()), value, place, mistakes);
      }
      AnyValue.check(this, schema, value, place, mistakes);
      switch (value.getNodeType()) {
        case STRING -> ScalarValue.checkText(schema, value.textValue(), place, mistakes);
        case NUMBER -> ScalarValue.checkNumber(schema, value.decimalValue(), place, mistakes);
        case ARRAY -> ListValue.check(this, schema, value, place, mistakes);
        case OBJECT -> ObjectValue.check(this, schema, value, place, mistakes);
        case BOOLEAN, NULL, BINARY, MISSING, POJO -> { }
      }
    } else {
      throw new NodeFailure("a schema must be an object, true or false, and one is " + shortened(schema));
    }
    depth--;
  }

  /** Whether a value is as a part of the schema wants it. */
  boolean holds(JsonNode schema, JsonNode value) {
    List<String> mistakes = new ArrayList<>();
    check(schema, value, "", mistakes);
    return mistakes.isEmpty();
  }

  void step() {
    if (++steps > MOST_STEPS) {
      throw new NodeFailure("checking against the schema takes more than " + MOST_STEPS + " steps");
    }
  }

  static void mistake(List<String> mistakes, String place, String what) {
    if (mistakes.size() < MOST_MISTAKES) {
      mistakes.add((place.isEmpty() ? "the value" : place) + " " + what);
    }
  }

  /** As messages show it. */
  static String shortened(JsonNode value) {
    String text = value.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
