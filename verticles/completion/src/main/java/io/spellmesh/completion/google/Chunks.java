package io.spellmesh.completion.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.completion.server.Gathering;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import java.util.Optional;

/** What the server sends, chunk by chunk, read into an answer. */
final class Chunks {
  private final Gathering gathering;

  Chunks(Gathering gathering) {
    this.gathering = gathering;
  }

  void take(String json) {
    JsonNode chunk = gathering.read(json);
    gathering.model(Gathering.text(chunk.path("modelVersion")));
    JsonNode counted = chunk.path("usageMetadata");
    if (counted.isObject()) {
      gathering.usage(counted.path("promptTokenCount").asInt(), counted.path("candidatesTokenCount").asInt());
    }
    Gathering.text(chunk.path("promptFeedback").path("blockReason")).ifPresent(reason -> {
      throw new Failure(FailureCode.UNPROCESSABLE, "the model server does not answer this: " + reason);
    });
    JsonNode candidate = chunk.path("candidates").path(0);
    if (candidate.isObject()) {
      gathering.answered();
    }
    for (JsonNode part : candidate.path("content").path("parts")) {
      // What it thinks on the way is no part of the answer.
      Gathering.text(part.path("text")).filter(_ -> !part.path("thought").asBoolean()).ifPresent(gathering::piece);
      if (part.path("functionCall").isObject()) {
        call(part.path("functionCall"));
      }
    }
  }

  /** Calls come whole, one after the other. */
  private void call(JsonNode function) {
    int index = gathering.nextCall();
    gathering.call(index, Optional.empty(), Gathering.text(function.path("name")));
    gathering.arguments(index, function.path("args").isObject() ? function.path("args").toString() : "{}");
  }
}
