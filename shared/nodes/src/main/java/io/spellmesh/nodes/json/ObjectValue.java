package io.spellmesh.nodes.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.text.Expression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keywords that say something of objects. */
final class ObjectValue {
  private ObjectValue() {}

  static void check(Schema schema, JsonNode rules, JsonNode object, String place, List<String> mistakes) {
    rules.path("required").forEach(name -> require(object, name.asText(), place, mistakes));
    if (rules.has("minProperties") && object.size() < rules.get("minProperties").asDouble()) {
      Schema.mistake(mistakes, place, "has " + object.size() + " fields, must have at least "
          + rules.get("minProperties"));
    }
    if (rules.has("maxProperties") && object.size() > rules.get("maxProperties").asDouble()) {
      Schema.mistake(mistakes, place, "has " + object.size() + " fields, may have "
          + rules.get("maxProperties"));
    }
    Map<Expression, JsonNode> patterns = new LinkedHashMap<>();
    rules.path("patternProperties").properties().forEach(pattern ->
        patterns.put(Expression.of(pattern.getKey(), false), pattern.getValue()));
    object.properties().forEach(field ->
        checkField(schema, rules, patterns, field.getKey(), field.getValue(), place, mistakes));
    checkDependencies(schema, rules, object, place, mistakes);
  }

  private static void require(JsonNode object, String name, String place, List<String> mistakes) {
    if (!object.has(name)) {
      Schema.mistake(mistakes, place, "has no field '" + name + "'");
    }
  }

  private static void checkField(Schema schema, JsonNode rules, Map<Expression, JsonNode> patterns,
      String name, JsonNode value, String place, List<String> mistakes) {
    schema.step();
    String inside = place.isEmpty() ? name : place + "." + name;
    if (rules.has("propertyNames") && !schema.holds(rules.get("propertyNames"), TextNode.valueOf(name))) {
      Schema.mistake(mistakes, place, "has a field '" + name + "', whose name is not as it must be");
    }
    boolean isNamed = rules.path("properties").has(name);
    if (isNamed) {
      schema.check(rules.get("properties").get(name), value, inside, mistakes);
    }
    for (Map.Entry<Expression, JsonNode> pattern : patterns.entrySet()) {
      schema.step();
      if (pattern.getKey().over(name).find()) {
        isNamed = true;
        schema.check(pattern.getValue(), value, inside, mistakes);
      }
    }
    if (!isNamed && rules.has("additionalProperties")) {
      schema.check(rules.get("additionalProperties"), value, inside, mistakes);
    }
  }

  private static void checkDependencies(Schema schema, JsonNode rules, JsonNode object, String place,
      List<String> mistakes) {
    rules.path("dependentRequired").properties().stream().filter(rule -> object.has(rule.getKey()))
        .forEach(rule -> rule.getValue().forEach(name -> require(object, name.asText(), place, mistakes)));
    rules.path("dependentSchemas").properties().stream().filter(rule -> object.has(rule.getKey()))
        .forEach(rule -> schema.check(rule.getValue(), object, place, mistakes));
  }
}
