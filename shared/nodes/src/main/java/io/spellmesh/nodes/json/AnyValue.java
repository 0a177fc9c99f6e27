package io.spellmesh.nodes.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.NodeFailure;
import java.util.ArrayList;
import java.util.List;

/** Keywords that say something of every kind of value. */
final class AnyValue {
  private AnyValue() {}

  static void check(Schema schema, JsonNode rules, JsonNode value, String place, List<String> mistakes) {
    checkType(rules.path("type"), value, place, mistakes);
    if (rules.has("enum") && !isAmong(rules.get("enum"), value)) {
      Schema.mistake(mistakes, place, "is " + Schema.shortened(value) + ", must be one of "
          + Schema.shortened(rules.get("enum")));
    }
    if (rules.has("const") && !Canonical.text(rules.get("const")).equals(Canonical.text(value))) {
      Schema.mistake(mistakes, place, "is " + Schema.shortened(value) + ", must be "
          + Schema.shortened(rules.get("const")));
    }
    rules.path("allOf").forEach(part -> schema.check(part, value, place, mistakes));
    if (rules.has("anyOf") && count(schema, rules.get("anyOf"), value, 1) == 0) {
      Schema.mistake(mistakes, place, "fits none of " + rules.get("anyOf").size() + " choices");
    }
    if (rules.has("oneOf")) {
      int fitting = count(schema, rules.get("oneOf"), value, 2);
      if (fitting != 1) {
        Schema.mistake(mistakes, place, fitting == 0 ? "fits none of " + rules.get("oneOf").size() + " choices"
            : "fits more than one choice, must fit one");
      }
    }
    if (rules.has("not") && schema.holds(rules.get("not"), value)) {
      Schema.mistake(mistakes, place, "is what it must not be");
    }
    if (rules.has("if")) {
      String then = schema.holds(rules.get("if"), value) ? "then" : "else";
      if (rules.has(then)) {
        schema.check(rules.get(then), value, place, mistakes);
      }
    }
  }

  private static int count(Schema schema, JsonNode choices, JsonNode value, int enough) {
    int fitting = 0;
    for (JsonNode choice : choices) {
      fitting += fitting < enough && schema.holds(choice, value) ? 1 : 0;
    }
    return fitting;
  }

  private static boolean isAmong(JsonNode values, JsonNode value) {
    String wanted = Canonical.text(value);
    for (JsonNode one : values) {
      if (Canonical.text(one).equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static void checkType(JsonNode types, JsonNode value, String place, List<String> mistakes) {
    List<String> wanted = new ArrayList<>();
    if (types.isTextual()) {
      wanted.add(types.textValue());
    }
    types.forEach(type -> wanted.add(type.asText()));
    if (!wanted.isEmpty() && wanted.stream().noneMatch(type -> isOf(type, value))) {
      Schema.mistake(mistakes, place, "is " + Schema.shortened(value) + ", must be of type "
          + String.join(" or ", wanted));
    }
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "number" -> value.isNumber();
      case "integer" -> value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> throw new NodeFailure("the schema has a type '" + type + "', and there is none");
    };
  }
}
