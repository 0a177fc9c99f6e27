package io.spellmesh.contract.spell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/**
 * What every JSON reader gives back as it was: finite numbers and whole Unicode. {@code 1e999} would come
 * back as a string and half a surrogate pair would not travel at all, so both are refused at the door.
 */
final class Plain {
  private static final int LONGEST_PATH = 200;

  private Plain() {}

  /** @throws IllegalArgumentException naming where the first such value is */
  static void require(String what, JsonNode json) {
    Offence offence = new Offence();
    if (offence.isIn(json)) {
      String path = shorten(offence.path.toString(), LONGEST_PATH);
      throw new IllegalArgumentException(
          what + " has " + offence.kind + (path.isEmpty() ? "" : " at " + path));
    }
  }

  /** Whether every surrogate of the text is one of a pair. */
  static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isSurrogatePair(c, text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The beginning of a text that is whole Unicode, which it still is then. */
  static String shorten(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, splitsPair ? longest - 1 : longest) + "…";
  }

  /** The first value found wanting; its path is put together on the way back from it. */
  private static final class Offence {
    private static final String NUMBER = "a number that is not finite (must be below 1.8e308)";
    private static final String TEXT = "text with half a surrogate pair (must be whole Unicode)";

    private final StringBuilder path = new StringBuilder();
    private String kind = "";

    boolean isIn(JsonNode json) {
      return switch (json.getNodeType()) {
        case NUMBER -> is(!Double.isFinite(json.doubleValue()) && json.isFloatingPointNumber(), NUMBER);
        case STRING -> is(!isWhole(json.textValue()), TEXT);
        case ARRAY -> isInArray(json);
        case OBJECT -> isInObject(json);
        case BINARY, BOOLEAN, MISSING, NULL, POJO -> false;
      };
    }

    private boolean isInArray(JsonNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (isIn(array.get(i))) {
          return below("[" + i + "]");
        }
      }
      return false;
    }

    private boolean isInObject(JsonNode object) {
      for (Iterator<Map.Entry<String, JsonNode>> fields = object.fields(); fields.hasNext();) {
        Map.Entry<String, JsonNode> field = fields.next();
        if (is(!isWhole(field.getKey()), TEXT)) {
          return true;
        }
        if (isIn(field.getValue())) {
          return below(field.getKey());
        }
      }
      return false;
    }

    private boolean is(boolean offends, String what) {
      if (offends) {
        kind = what;
      }
      return offends;
    }

    private boolean below(String part) {
      boolean needsDot = !path.isEmpty() && path.charAt(0) != '[';
      path.insert(0, needsDot ? part + "." : part);
      return true;
    }
  }
}
