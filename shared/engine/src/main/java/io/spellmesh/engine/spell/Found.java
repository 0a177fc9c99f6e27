package io.spellmesh.engine.spell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Says what a piece of JSON is, short enough for a message however large it is. */
final class Found {
  private static final int LONGEST_QUOTE = 40;
  private static final int MOST_KEYS = 8;

  private Found() {}

  static String in(JsonNode json) {
    return switch (json.getNodeType()) {
      case MISSING -> "missing";
      case NULL -> "null";
      case BOOLEAN -> json.asText();
      case NUMBER -> "the number " + shorten(json.asText());
      case STRING -> json.textValue().isEmpty() ? "empty text" : "the text " + quote(json.textValue());
      case ARRAY -> json.isEmpty() ? "an empty list" : "a list";
      case OBJECT -> json.isEmpty() ? "an empty object" : "an object with " + keys(json);
      case BINARY, POJO -> "no JSON";
    };
  }

  static String quote(String text) {
    return "'" + shorten(text) + "'";
  }

  private static String keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(key -> {
      if (keys.size() < MOST_KEYS) {
        keys.add(quote(key));
      }
    });
    return String.join(", ", keys) + (object.size() > MOST_KEYS ? ", …" : "");
  }

  private static String shorten(String text) {
    if (text.length() <= LONGEST_QUOTE) {
      return line(text);
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1));
    return line(text.substring(0, splitsPair ? LONGEST_QUOTE - 1 : LONGEST_QUOTE)) + "…";
  }

  /** A message is one line of whole Unicode. */
  private static String line(String text) {
    return Portable.whole(text).replaceAll("\\p{Cntrl}", " ");
  }
}
