package io.spellmesh.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/**
 * Refuses numbers that a double cannot hold. The vendor's parser turns {@code 1e999} into infinity, which
 * would be written back as a text.
 */
final class FiniteParser extends JsonParserDelegate {
  private static final int LONGEST_PATH = 200;

  FiniteParser(JsonParser parser) {
    super(parser);
  }

  @Override
  public double getDoubleValue() throws IOException {
    double value = super.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw tooLarge(path(getParsingContext()));
    }
    return value;
  }

  static Failure tooLarge(String path) {
    return Failure.badRequest((path.isEmpty() ? "a number" : "'" + path + "'")
        + " is not finite, must be between -1.8e308 and 1.8e308");
  }

  private static String path(JsonStreamContext context) {
    StringBuilder path = new StringBuilder();
    for (JsonStreamContext at = context; at != null && !at.inRoot() && path.length() < LONGEST_PATH;
        at = at.getParent()) {
      String dot = path.isEmpty() || path.charAt(0) == '[' ? "" : ".";
      path.insert(0, at.inArray() ? "[" + at.getCurrentIndex() + "]" + dot : at.getCurrentName() + dot);
    }
    return path.toString();
  }
}
