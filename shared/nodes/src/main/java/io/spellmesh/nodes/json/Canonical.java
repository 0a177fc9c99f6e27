package io.spellmesh.nodes.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** A value as the same text as every value that is equal to it: 1 is 1.0, and the order of fields is nothing. */
final class Canonical {
  private Canonical() {}

  static String text(JsonNode value) {
    StringBuilder text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static void write(JsonNode value, StringBuilder text) {
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue().stripTrailingZeros();
      text.append(number.unscaledValue()).append('e').append(-number.scale());
    } else if (value.isObject()) {
      text.append('{');
      Map<String, JsonNode> fields = new TreeMap<>();
      value.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
      fields.forEach((name, field) -> {
        text.append(TextNode.valueOf(name)).append(':');
        write(field, text);
        text.append(',');
      });
      text.append('}');
    } else if (value.isArray()) {
      text.append('[');
      value.forEach(element -> {
        write(element, text);
        text.append(',');
      });
      text.append(']');
    } else {
      text.append(value);
    }
  }
}
