package io.spellmesh.completion.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.completion.server.Gathering;
import java.util.Optional;

/** What the server sends, chunk by chunk or whole at once, read into an answer. */
final class Chunks {
  private static final String DONE = "[DONE]";

  private final Gathering gathering;

  Chunks(Gathering gathering) {
    this.gathering = gathering;
  }

  void take(String json) {
    if (json.equals(DONE)) {
      return;
    }
    JsonNode chunk = gathering.read(json);
    gathering.model(Gathering.text(chunk.path("model")));
    JsonNode counted = chunk.path("usage");
    if (counted.isObject()) {
      gathering.usage(counted.path("prompt_tokens").asInt(), counted.path("completion_tokens").asInt());
    }
    JsonNode choice = chunk.path("choices").path(0);
    if (choice.isObject()) {
      gathering.answered();
    }
    // A chunk has a delta and the whole a message; text completions have neither.
    JsonNode message = choice.path(choice.has("delta") ? "delta" : "message");
    Gathering.text(choice.path("text")).or(() -> Gathering.text(message.path("content")))
        .ifPresent(gathering::piece);
    int position = 0;
    for (JsonNode call : message.path("tool_calls")) {
      call(call.path("index").asInt(position++), Gathering.text(call.path("id")), call.path("function"));
    }
    if (message.path("function_call").isObject()) {
      call(0, Optional.empty(), message.path("function_call"));
    }
  }

  private void call(int index, Optional<String> id, JsonNode function) {
    gathering.call(index, id, Gathering.text(function.path("name")));
    // Some servers send an object where a text belongs.
    JsonNode arguments = function.path("arguments");
    Gathering.text(arguments).or(() -> Optional.of(arguments).filter(JsonNode::isObject).map(JsonNode::toString))
        .ifPresent(piece -> gathering.arguments(index, piece));
  }
}
