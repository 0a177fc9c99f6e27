package io.spellmesh.nodes.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Values;
import java.util.ArrayList;
import java.util.List;

/** What a tool gave, as text: models read nothing else. */
final class McpContent {
  private McpContent() {}

  static String text(JsonNode result) {
    List<String> parts = new ArrayList<>();
    result.path("content").forEach(part -> parts.add(part(part)));
    return parts.isEmpty() && result.has("structuredContent") ? Values.text(result.get("structuredContent"))
        : String.join("\n", parts);
  }

  private static String part(JsonNode part) {
    return switch (part.path("type").asText()) {
      case "text" -> part.path("text").asText();
      case "resource" -> part.path("resource").path("text").asText(
          "[resource " + part.path("resource").path("uri").asText() + "]");
      case "resource_link" -> "[" + part.path("name").asText() + ": " + part.path("uri").asText() + "]";
      default -> "[" + part.path("type").asText() + " " + part.path("mimeType").asText() + "]";
    };
  }
}
