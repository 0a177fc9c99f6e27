package io.spellmesh.nodes.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.nodes.text.Expression;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntPredicate;

/** Keywords that say something of texts and of numbers. */
final class ScalarValue {
  private ScalarValue() {}

  static void checkText(JsonNode rules, String text, String place, List<String> mistakes) {
    int length = text.codePointCount(0, text.length());
    if (rules.has("minLength") && length < rules.get("minLength").asDouble()) {
      Schema.mistake(mistakes, place, "has " + length + " characters, must have at least "
          + rules.get("minLength"));
    }
    if (rules.has("maxLength") && length > rules.get("maxLength").asDouble()) {
      Schema.mistake(mistakes, place, "has " + length + " characters, may have " + rules.get("maxLength"));
    }
    if (rules.has("pattern") && !Expression.of(rules.get("pattern").asText(), false).over(text).find()) {
      Schema.mistake(mistakes, place, "does not match " + rules.get("pattern"));
    }
  }

  static void checkNumber(JsonNode rules, BigDecimal number, String place, List<String> mistakes) {
    compare(rules, "minimum", number, place, mistakes, "at least", order -> order >= 0);
    compare(rules, "maximum", number, place, mistakes, "at most", order -> order <= 0);
    compare(rules, "exclusiveMinimum", number, place, mistakes, "more than", order -> order > 0);
    compare(rules, "exclusiveMaximum", number, place, mistakes, "less than", order -> order < 0);
    JsonNode step = rules.path("multipleOf");
    if (step.isNumber() && step.decimalValue().signum() > 0
        && number.remainder(step.decimalValue()).signum() != 0) {
      Schema.mistake(mistakes, place, "is " + number + ", must be a multiple of " + step);
    }
  }

  private static void compare(JsonNode rules, String keyword, BigDecimal number, String place,
      List<String> mistakes, String how, IntPredicate holds) {
    JsonNode bound = rules.path(keyword);
    if (bound.isNumber() && !holds.test(number.compareTo(bound.decimalValue()))) {
      Schema.mistake(mistakes, place, "is " + number + ", must be " + how + " " + bound);
    }
  }
}
