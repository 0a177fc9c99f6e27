package io.spellmesh.completion.anthropic;

import io.spellmesh.completion.Asking;
import io.spellmesh.completion.CompletionProvider;
import io.spellmesh.completion.server.Gathering;
import io.spellmesh.completion.server.ModelServer;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Embedded;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Conversations with Anthropic's models. */
public final class AnthropicProvider implements CompletionProvider {
  private static final String NAME = "anthropic";

  private final ModelServer server;

  public AnthropicProvider(ModelServer server) {
    this.server = server;
  }

  /** How a key is told, and which version of the format this is. */
  public static Map<String, String> headers(Optional<String> key) {
    Map<String, String> headers = new HashMap<>(Map.of("anthropic-version", "2023-06-01"));
    key.ifPresent(secret -> headers.put("x-api-key", secret));
    return headers;
  }

  @Override
  public Future<Completed> chat(Chat question, Asking asking) {
    Gathering gathering = new Gathering(asking.pieces(), asking.key());
    Events events = new Events(gathering);
    return server.ask("/messages", Questions.of(question, asking.model()), asking.key(), asking.stopped(),
            head -> ModelServer.read(head, events::take).map(_ -> gathering.whole(NAME, asking.model())))
        .recover(error -> Future.failedFuture(server.told(error)));
  }

  @Override
  public Future<Embedded> embeddings(Embed question, Asking asking) {
    return Future.failedFuture(new Failure(FailureCode.UNPROCESSABLE,
        "Anthropic makes no embeddings, needs a model of another vendor"));
  }
}
