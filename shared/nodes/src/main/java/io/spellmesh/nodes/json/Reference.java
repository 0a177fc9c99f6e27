package io.spellmesh.nodes.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.spellmesh.engine.node.NodeFailure;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Leads from a reference to the part of the same schema that it means. Nothing is fetched. */
final class Reference {
  private Reference() {}

  /** @throws NodeFailure if it leads elsewhere, or nowhere */
  static JsonNode find(JsonNode root, String reference) {
    if (!reference.startsWith("#") && !reference.equals(root.path("$id").asText("#"))) {
      throw new NodeFailure("the schema refers to '" + reference + "', which is not within it");
    }
    String fragment = reference.startsWith("#") ? reference.substring(1) : "";
    JsonNode found = fragment.isEmpty() || fragment.startsWith("/")
        ? root.at(JsonPointer.valueOf(decoded(fragment))) : anchor(root, fragment);
    if (found.isMissingNode()) {
      throw new NodeFailure("the schema refers to '" + reference + "', and has no such part");
    }
    return found;
  }

  private static String decoded(String fragment) {
    try {
      return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException wrong) {
      throw new NodeFailure("the schema refers to '#" + fragment + "', which is not written as a reference");
    }
  }

  private static JsonNode anchor(JsonNode root, String name) {
    for (String definitions : List.of("$defs", "definitions")) {
      for (JsonNode part : root.path(definitions)) {
        if (part.path("$anchor").asText().equals(name)) {
          return part;
        }
      }
    }
    return root.path("$anchor").asText().equals(name) ? root : MissingNode.getInstance();
  }
}
