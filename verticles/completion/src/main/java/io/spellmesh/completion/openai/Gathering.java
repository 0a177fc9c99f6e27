package io.spellmesh.completion.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.completion.Completions.Call;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Usage;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.function.Consumer;

/** An answer put together of what the server sends: chunks, or the whole at once. */
final class Gathering {
  private static final String DONE = "[DONE]";
  private static final int LONGEST_ANSWER = 8_000_000;

  private final Consumer<String> pieces;
  private final Optional<String> key;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder arguments = new StringBuilder();
  private Optional<String> function = Optional.empty();
  private Optional<String> model = Optional.empty();
  private Optional<Usage> usage = Optional.empty();
  private boolean answered;

  /** @param key of ours, which a failure may quote */
  Gathering(Consumer<String> pieces, Optional<String> key) {
    this.pieces = pieces;
    this.key = key;
  }

  /** @throws Failure PROVIDER_FAILED if it is none of this format, or says that something went wrong */
  void take(String json) {
    if (json.equals(DONE)) {
      return;
    }
    JsonNode chunk;
    try {
      chunk = Wire.read(json, JsonNode.class);
    } catch (Failure noJson) {
      throw failed("sent what is no JSON");
    }
    if (chunk.path("error").isObject() || chunk.path("error").isTextual()) {
      throw failed("broke off: " + Refusal.masked(Refusal.wordsOf(Buffer.buffer(json), "no reason given"), key));
    }
    model = model.or(() -> text(chunk.path("model")));
    JsonNode counted = chunk.path("usage");
    if (counted.isObject()) {
      usage = Optional.of(new Usage(counted.path("prompt_tokens").asInt(),
          counted.path("completion_tokens").asInt()));
    }
    JsonNode choice = chunk.path("choices").path(0);
    answered |= choice.isObject();
    // A chunk has a delta and the whole a message; text completions have neither.
    JsonNode message = choice.path(choice.has("delta") ? "delta" : "message");
    text(choice.path("text")).or(() -> text(message.path("content"))).ifPresent(this::piece);
    JsonNode call = message.path("tool_calls").path(0).path("function");
    JsonNode called = call.isObject() ? call : message.path("function_call");
    function = function.or(() -> text(called.path("name")));
    text(called.path("arguments")).ifPresent(arguments::append);
    refuseTooLong();
  }

  private void piece(String piece) {
    text.append(piece);
    pieces.accept(piece);
  }

  private void refuseTooLong() {
    if (text.length() + arguments.length() > LONGEST_ANSWER) {
      throw failed("answered more than " + LONGEST_ANSWER + " characters, which is the limit");
    }
  }

  /** @param asked the model that was asked for, where the server names none */
  Completed whole(String asked) {
    if (!answered) {
      throw failed("answered nothing");
    }
    return new Completed(text.toString(), function.map(name -> new Call(name, arguments.toString())),
        OpenAiProvider.NAME, model.orElse(asked), usage);
  }

  private static Optional<String> text(JsonNode value) {
    return value.isTextual() && !value.textValue().isEmpty() ? Optional.of(value.textValue()) : Optional.empty();
  }

  private static Failure failed(String how) {
    return new Failure(FailureCode.PROVIDER_FAILED, "the model server " + how);
  }
}
