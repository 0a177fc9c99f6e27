package io.spellmesh.engine.spell;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import java.util.Map;

/**
 * What the wire and the store give back as it was. The doors look after files, but not into JSON that
 * stands in them as text.
 */
final class Portable {
  /** Leaves room for what is put around a spell on its ways. */
  private static final int DEEPEST = Wire.DEEPEST - 19;

  private Portable() {}

  /** @throws Failure UNPROCESSABLE, if it is too deep or has half a surrogate pair */
  static void require(JsonNode json) {
    require(json, DEEPEST);
  }

  /** Looks no deeper than it is asked to, so that depth itself cannot hurt. */
  private static void require(JsonNode json, int levels) {
    if (json.isContainerNode() && levels == 0) {
      throw Refusal.because("it is nested more than " + DEEPEST + " levels deep");
    }
    if (json.isTextual()) {
      requireWhole(json.textValue());
    } else if (json.isObject()) {
      for (Map.Entry<String, JsonNode> part : json.properties()) {
        requireWhole(part.getKey());
        require(part.getValue(), levels - 1);
      }
    } else {
      for (JsonNode part : json) {
        require(part, levels - 1);
      }
    }
  }

  private static void requireWhole(String text) {
    if (!isWhole(text)) {
      throw Refusal.because("it has half a surrogate pair in " + Found.quote(text)
          + ", must be whole Unicode");
    }
  }

  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean isPair = i + 1 < text.length()
            && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!isPair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** With U+FFFD for each half of a surrogate pair. */
  static String whole(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints().forEach(point -> whole.appendCodePoint(
        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point));
    return whole.toString();
  }
}
