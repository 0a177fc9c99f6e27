package io.spellmesh.gateway.rest;

import io.spellmesh.contract.Operation;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.gateway.HttpConfig;
import java.time.Duration;
import java.util.List;

/** Completions, each answered with the whole; who wants it piece by piece runs a spell. */
final class CompletionRoutes {
  /** A connection on which nothing comes for a minute is closed. */
  private static final Duration PATIENCE = Duration.ofSeconds(55);

  private CompletionRoutes() {}

  static List<Route> of(HttpConfig config) {
    return List.of(
        Route.post("/api/completions", "Continues a text")
            .takes(Completions.Text.class, config.maxBody())
            .answers(whole(Completions.TEXT), request -> request.body(Completions.Text.class)),
        Route.post("/api/completions/chat", "Says what comes next in a conversation")
            .takes(Completions.Chat.class, config.maxBody())
            .answers(whole(Completions.CHAT), request -> request.body(Completions.Chat.class)),
        Route.post("/api/completions/embeddings", "Places texts in a space where what is alike is near")
            .takes(Completions.Embed.class, config.maxBody())
            .answers(Completions.EMBEDDINGS, request -> request.body(Completions.Embed.class)));
  }

  private static <Q, A> Operation<Q, A> whole(StreamingOperation<Q, A> streaming) {
    return streaming.operation().withPatience(PATIENCE);
  }
}
