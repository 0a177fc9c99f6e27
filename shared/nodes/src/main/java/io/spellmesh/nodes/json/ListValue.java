package io.spellmesh.nodes.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keywords that say something of lists. */
final class ListValue {
  private ListValue() {}

  static void check(Schema schema, JsonNode rules, JsonNode list, String place, List<String> mistakes) {
    if (rules.has("minItems") && list.size() < rules.get("minItems").asDouble()) {
      Schema.mistake(mistakes, place, "has " + list.size() + " elements, must have at least "
          + rules.get("minItems"));
    }
    if (rules.has("maxItems") && list.size() > rules.get("maxItems").asDouble()) {
      Schema.mistake(mistakes, place, "has " + list.size() + " elements, may have " + rules.get("maxItems"));
    }
    if (rules.path("uniqueItems").asBoolean()) {
      Set<String> seen = new HashSet<>();
      list.forEach(element -> {
        schema.step();
        if (!seen.add(Canonical.text(element))) {
          Schema.mistake(mistakes, place, "has " + Schema.shortened(element) + " twice");
        }
      });
    }
    checkElements(schema, rules, list, place, mistakes);
    checkContains(schema, rules, list, place, mistakes);
  }

  /** Before 2020 the first elements stood in {@code items} and the rest was {@code additionalItems}. */
  private static void checkElements(Schema schema, JsonNode rules, JsonNode list, String place,
      List<String> mistakes) {
    boolean isOld = rules.path("items").isArray();
    JsonNode first = rules.path(isOld ? "items" : "prefixItems");
    JsonNode rest = rules.path(isOld ? "additionalItems" : "items");
    for (int i = 0; i < list.size(); i++) {
      JsonNode element = i < first.size() ? first.get(i) : rest;
      if (!element.isMissingNode()) {
        schema.check(element, list.get(i), place + "[" + i + "]", mistakes);
      }
    }
  }

  private static void checkContains(Schema schema, JsonNode rules, JsonNode list, String place,
      List<String> mistakes) {
    if (!rules.has("contains")) {
      return;
    }
    int fitting = 0;
    for (JsonNode element : list) {
      fitting += schema.holds(rules.get("contains"), element) ? 1 : 0;
    }
    double least = rules.path("minContains").asDouble(1);
    double most = rules.path("maxContains").asDouble(Double.MAX_VALUE);
    if (fitting < least || fitting > most) {
      Schema.mistake(mistakes, place, "has " + fitting + " elements of the kind that it must contain");
    }
  }
}
