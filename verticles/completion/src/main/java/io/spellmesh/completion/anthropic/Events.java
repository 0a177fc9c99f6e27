package io.spellmesh.completion.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.completion.server.Gathering;

/** What the server sends, event by event or whole at once, read into an answer. Events of other types pass. */
final class Events {
  private final Gathering gathering;
  private int promptTokens;

  Events(Gathering gathering) {
    this.gathering = gathering;
  }

  void take(String json) {
    JsonNode event = gathering.read(json);
    switch (event.path("type").asText()) {
      case "message_start" -> begin(event.path("message"));
      case "content_block_start" -> block(event.path("index").asInt(), event.path("content_block"));
      case "content_block_delta" -> delta(event.path("index").asInt(), event.path("delta"));
      case "message_delta" -> count(event.path("usage"));
      case "message" -> whole(event);
      default -> { }
    }
  }

  private void begin(JsonNode message) {
    gathering.answered();
    gathering.model(Gathering.text(message.path("model")));
    count(message.path("usage"));
  }

  private void count(JsonNode usage) {
    promptTokens = usage.path("input_tokens").asInt(promptTokens);
    gathering.usage(promptTokens, usage.path("output_tokens").asInt());
  }

  private void block(int index, JsonNode block) {
    Gathering.text(block.path("text")).ifPresent(gathering::piece);
    if (block.path("type").asText().equals("tool_use")) {
      gathering.call(index, Gathering.text(block.path("id")), Gathering.text(block.path("name")));
      // In a stream it is empty here, and comes in pieces.
      if (!block.path("input").isEmpty()) {
        gathering.arguments(index, block.path("input").toString());
      }
    }
  }

  private void delta(int index, JsonNode delta) {
    Gathering.text(delta.path("text")).ifPresent(gathering::piece);
    Gathering.text(delta.path("partial_json")).ifPresent(piece -> gathering.arguments(index, piece));
  }

  private void whole(JsonNode message) {
    begin(message);
    int index = 0;
    for (JsonNode block : message.path("content")) {
      block(index++, block);
    }
  }
}
