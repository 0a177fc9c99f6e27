package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.engine.node.NodeFailure;

/** JSON that a model or a person wrote. */
final class ModelJson {
  private ModelJson() {}

  /** @param what it is, for the message. @throws NodeFailure if it is no JSON */
  static JsonNode read(String text, String what) {
    try {
      return Wire.read(unfenced(text), JsonNode.class);
    } catch (Failure noJson) {
      throw new NodeFailure(what + " is no JSON: " + noJson.getMessage());
    }
  }

  /** Models like to put JSON into a fence of Markdown, or words before and after it. */
  private static String unfenced(String text) {
    int first = text.indexOf('{');
    int last = text.lastIndexOf('}');
    boolean isObject = first >= 0 && last > first && !text.strip().startsWith("[");
    return isObject ? text.substring(first, last + 1) : text.strip();
  }
}
