package io.spellmesh.nodes.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a field of an event of any age: by today's name, else by the names it had before. */
final class EventFields {
  private static final Map<String, List<String>> NAMES = Map.of(
      "content", List.of("content", "input", "Input"),
      "sender", List.of("sender", "speaker", "Speaker"),
      "observer", List.of("observer", "agent", "Agent"),
      "client", List.of("client", "Client"),
      "channel", List.of("channel", "Channel", "channelId", "ChannelID"),
      "channelId", List.of("channelId", "ChannelID", "channel"),
      "channelType", List.of("channelType", "ChannelType"),
      "entity", List.of("entity", "Entity"),
      "entities", List.of("entities", "roomInfo"));

  private EventFields() {}

  /** The field, or empty if the event has none that is not null. */
  static Optional<JsonNode> find(JsonNode event, String name) {
    return NAMES.getOrDefault(name, List.of(name)).stream()
        .filter(event::hasNonNull).<JsonNode>map(event::get).findFirst();
  }
}
