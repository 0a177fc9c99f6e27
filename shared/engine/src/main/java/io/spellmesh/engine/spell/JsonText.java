package io.spellmesh.engine.spell;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import java.util.Optional;

/** JSON inside text: rows of the older databases hold their objects so, and some tools quoted it twice. */
final class JsonText {
  private static final int MOST_QUOTED = 3;

  private JsonText() {}

  /** @return the object or list that {@code saved} is the text of, else {@code saved} itself */
  static JsonNode opened(JsonNode saved) {
    JsonNode opened = saved;
    for (int i = 0; i < MOST_QUOTED && opened.isTextual() && beginsLikeJson(opened.textValue()); i++) {
      try {
        opened = Wire.read(opened.textValue(), JsonNode.class);
      } catch (Failure notJson) {
        return saved;
      }
    }
    return opened.isContainerNode() ? opened : saved;
  }

  /** Why text that begins like JSON is not opened; empty for anything else. */
  static Optional<String> fault(JsonNode saved) {
    if (saved.isTextual() && beginsLikeJson(saved.textValue())) {
      try {
        Wire.read(saved.textValue(), JsonNode.class);
      } catch (Failure notJson) {
        return Optional.of(notJson.getMessage());
      }
    }
    return Optional.empty();
  }

  private static boolean beginsLikeJson(String text) {
    String start = text.stripLeading();
    return !start.isEmpty() && "{[\"".indexOf(start.charAt(0)) >= 0;
  }
}
