package io.spellmesh.gateway.rest;

import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Requests;
import io.spellmesh.contract.completion.Secrets;
import io.spellmesh.contract.stream.Streams;
import io.spellmesh.gateway.HttpConfig;
import java.util.List;

/**
 * Completions, each answered with the whole; who wants it piece by piece runs a spell. What they took, and the keys
 * that users keep for them.
 */
final class CompletionRoutes {
  /** The key of a user's own, for the vendor that the path names. */
  record SecretValue(String value) {

    /** Without the value, which no log may show. */
    @Override
    public String toString() {
      return "SecretValue[]";
    }
  }

  private CompletionRoutes() {}

  static List<Route> of(HttpConfig config, Streams streams) {
    return List.of(
        Route.post("/api/completions", "Continues a text")
            .takes(Completions.Text.class, config.maxBody())
            .acts(Completions.TEXT.operation(), Completions.Completed.class,
                new WholeAnswer<>(streams, Completions.TEXT, Completions.Text.class)),
        Route.post("/api/completions/chat", "Says what comes next in a conversation")
            .takes(Completions.Chat.class, config.maxBody())
            .acts(Completions.CHAT.operation(), Completions.Completed.class,
                new WholeAnswer<>(streams, Completions.CHAT, Completions.Chat.class)),
        Route.post("/api/completions/embeddings", "Places texts in a space where what is alike is near")
            .takes(Completions.Embed.class, config.maxBody())
            .answers(Completions.EMBEDDINGS, request -> request.body(Completions.Embed.class)),
        Route.get("/api/requests", "What the caller's completions took, the newest first, and the sums of all")
            .takes(Parameter.LIMIT, Parameter.AFTER)
            .answers(Requests.LIST, Request::page),
        Route.get("/api/secrets", "The caller's own keys for vendors of models, by their last four characters")
            .answers(Secrets.LIST, _ -> Nothing.NOTHING),
        Route.put("/api/secrets/{name}", "Keeps a key of the caller's own for a vendor, used before the operator's")
            .takes(SecretValue.class, config.maxBody())
            .answers(Secrets.KEEP,
                request -> new Secrets.NewSecret(request.part("name"), request.body(SecretValue.class).value())),
        Route.delete("/api/secrets/{name}", "Forgets a key of the caller's own")
            .missing("no secret '{name}' is kept")
            .does(Secrets.FORGET, request -> new Secrets.Named(request.part("name"))));
  }
}
