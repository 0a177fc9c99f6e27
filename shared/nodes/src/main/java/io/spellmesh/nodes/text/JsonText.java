package io.spellmesh.nodes.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.engine.node.NodeFailure;
import java.io.IOException;

/** JSON as text, both ways, within bounds. */
public final class JsonText {
  private JsonText() {}

  /** @throws NodeFailure if the text would be too long */
  public static String of(JsonNode value) {
    return written(value, Wire.mapper().writer());
  }

  /** With line breaks and two spaces for each level. @throws NodeFailure if the text would be too long */
  public static String indented(JsonNode value) {
    return written(value, Wire.mapper().writerWithDefaultPrettyPrinter());
  }

  private static String written(JsonNode value, ObjectWriter writer) {
    GrowingText text = new GrowingText();
    try {
      writer.writeValue(text, value);
      return text.text();
    } catch (IOException wrapped) {
      if (wrapped.getCause() instanceof NodeFailure own) {
        throw own;
      }
      throw new IllegalStateException("text is kept in memory", wrapped);
    }
  }

  /** @throws NodeFailure saying where it stops to be JSON */
  public static JsonNode read(String json) {
    try {
      return Wire.read(json, JsonNode.class);
    } catch (Failure wrong) {
      throw new NodeFailure("got text that is not JSON: " + wrong.getMessage());
    }
  }

  /** What stands at a socket where JSON is expected: text is read, anything else is what it says already. */
  public static JsonNode read(JsonNode value) {
    return value.isTextual() ? read(value.textValue()) : value;
  }
}
