package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.engine.node.NodeFailure;
import java.util.Map;

/** Lets values into a run: measures them, and mends or refuses what could not be stored as JSON. */
final class Admission {
  private long bytes;

  /** @throws NodeFailure if it is nested too deep or holds a number that JSON has not */
  JsonNode admit(JsonNode value) {
    return admit(value, 0);
  }

  /** Bytes of UTF-8 JSON, about, of all that was admitted. */
  long bytes() {
    return bytes;
  }

  private JsonNode admit(JsonNode value, int depth) {
    if (value.isBinary()) {
      return admit(JsonNodeFactory.instance.textNode(value.asText()), depth);
    }
    if (value.isTextual()) {
      String text = value.textValue();
      String clean = clean(text);
      return clean.equals(text) ? value : JsonNodeFactory.instance.textNode(clean);
    }
    if (value.isContainerNode()) {
      if (depth >= Wire.DEEPEST) {
        throw new NodeFailure("the value is nested more than " + Wire.DEEPEST + " levels deep");
      }
      return value instanceof ObjectNode object ? admit(object, depth) : admit((ArrayNode) value, depth);
    }
    if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
      throw new NodeFailure("the value holds " + value.asText() + ", which JSON has no number for");
    }
    if (value.isMissingNode() || value.isPojo()) {
      throw new IllegalStateException("a " + value.getNodeType() + " node is no value");
    }
    bytes += 8 + digits(value);
    return value;
  }

  private static long digits(JsonNode number) {
    return number.isBigInteger() ? number.bigIntegerValue().bitLength() / 3
        : number.isBigDecimal() ? number.decimalValue().precision() : 0;
  }

  private JsonNode admit(ObjectNode object, int depth) {
    bytes += 2;
    ObjectNode mended = object;
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String key = clean(field.getKey());
      JsonNode value = admit(field.getValue(), depth + 1);
      bytes += 2;
      if (value != field.getValue() || !key.equals(field.getKey())) {
        mended = mended == object ? object.objectNode().setAll(object) : mended;
        if (!key.equals(field.getKey())) {
          mended.remove(field.getKey());
        }
        mended.set(key, value);
      }
    }
    return mended;
  }

  private JsonNode admit(ArrayNode array, int depth) {
    bytes += 2;
    ArrayNode mended = array;
    for (int i = 0; i < array.size(); i++) {
      JsonNode value = admit(array.get(i), depth + 1);
      bytes += 1;
      if (value != array.get(i)) {
        mended = mended == array ? array.arrayNode().addAll(array) : mended;
        mended.set(i, value);
      }
    }
    return mended;
  }

  /** Half a surrogate pair is no character: it could be neither stored nor sent. */
  String clean(String text) {
    int length = text.length();
    boolean isBroken = false;
    bytes += length + 2L;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        bytes += c < 0x800 ? 1 : 2;
        if (Character.isSurrogate(c)) {
          if (Character.isHighSurrogate(c) && i + 1 < length
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            i++;
          } else {
            isBroken = true;
          }
        }
      }
    }
    return isBroken ? mend(text) : text;
  }

  private static String mend(String text) {
    StringBuilder mended = new StringBuilder(text.length());
    text.codePoints().forEach(point ->
        mended.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point));
    return mended.toString();
  }
}
