package io.spellmesh.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** How values read as what a socket wants. Saved spells pass numbers as text and objects as strings. */
public final class Values {
  private static final int LONGEST_QUOTE = 60;

  private Values() {}

  /** Text as it is; any other value as its JSON, whole numbers without decimals; null as nothing. */
  public static String text(JsonNode value) {
    if (value.isTextual()) {
      return value.textValue();
    }
    if (value.isFloatingPointNumber()) {
      return number(value.doubleValue()).toString();
    }
    return value.isNull() ? "" : value.toString();
  }

  /** @throws NodeFailure if it is neither a number nor text that is one */
  public static double number(JsonNode value) {
    if (value.isNumber()) {
      return value.doubleValue();
    }
    if (value.isTextual()) {
      try {
        double number = Double.parseDouble(value.textValue().strip());
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException notOne) {
        // Said below, as for every other value that is no number.
      }
    }
    throw new NodeFailure("got " + quote(value) + ", needs a number");
  }

  /** A whole number as one, any other as a decimal. @param number finite */
  public static JsonNode number(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1L << 53) {
      return JsonNodeFactory.instance.numberNode((long) number);
    }
    return JsonNodeFactory.instance.numberNode(number);
  }

  /** @throws NodeFailure if it is no list */
  public static ArrayNode list(JsonNode value) {
    if (value instanceof ArrayNode list) {
      return list;
    }
    throw new NodeFailure("got " + quote(value) + ", needs a list");
  }

  /** @throws NodeFailure if it is no object */
  public static ObjectNode object(JsonNode value) {
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw new NodeFailure("got " + quote(value) + ", needs an object");
  }

  /** Whether JavaScript would take it for true; spells were written with that in mind. */
  public static boolean truthy(JsonNode value) {
    if (value.isTextual()) {
      return !value.textValue().isEmpty();
    }
    if (value.isNumber()) {
      return value.doubleValue() != 0;
    }
    return !value.isNull() && !(value.isBoolean() && !value.booleanValue());
  }

  private static String quote(JsonNode value) {
    String text = value.toString();
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }
}
