package io.spellmesh.nodes.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The events, or documents, in what a service or a person calls a list of them. */
final class Events {
  private Events() {}

  /** Of a list its elements; of an answer of old, which has them under a name, those; else the one alone. */
  static Iterable<JsonNode> in(JsonNode value) {
    if (value.isArray()) {
      return value;
    }
    for (String name : List.of("events", "documents", "rows", "data")) {
      if (value.path(name).isArray()) {
        return value.path(name);
      }
    }
    return List.of(value);
  }
}
