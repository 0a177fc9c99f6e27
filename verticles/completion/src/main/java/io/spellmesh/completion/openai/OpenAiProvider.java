package io.spellmesh.completion.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.completion.Asking;
import io.spellmesh.completion.CompletionProvider;
import io.spellmesh.completion.server.Gathering;
import io.spellmesh.completion.server.ModelServer;
import io.spellmesh.completion.server.Refusal;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Embedded;
import io.spellmesh.contract.completion.Completions.Text;
import io.spellmesh.contract.completion.Completions.Usage;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Completions of OpenAI, or of a server that speaks its HTTP API. Used from one context. */
public final class OpenAiProvider implements CompletionProvider {
  private static final int MOST_KNOWN = 1_000;
  /** As many as there are fields that servers may not know. */
  private static final int MOST_CHANGES = 3;

  private final String name;
  private final ModelServer server;
  private final boolean continuesTexts;
  /** Models that continue no texts. */
  private final Set<String> chatOnly = new HashSet<>();

  /**
   * @param name           of the provider, as answers give it
   * @param continuesTexts whether the server has {@code /completions}; others hold conversations alone
   */
  public OpenAiProvider(String name, ModelServer server, boolean continuesTexts) {
    this.name = name;
    this.server = server;
    this.continuesTexts = continuesTexts;
  }

  /** How a key is told. */
  public static Map<String, String> headers(Optional<String> key) {
    return key.map(secret -> Map.of("Authorization", "Bearer " + secret)).orElse(Map.of());
  }

  @Override
  public Future<Completed> text(Text question, Asking asking) {
    if (!continuesTexts || chatOnly.contains(asking.model())) {
      return CompletionProvider.super.text(question, asking);
    }
    return answer("/completions", Questions.of(question, asking.model()), asking, MOST_CHANGES)
        .recover(error -> {
          if (!(error instanceof Refusal refusal) || !refusal.wantsChat()) {
            return instead(error, asking, other -> text(question, other));
          }
          return CompletionProvider.super.text(question, asking).onSuccess(_ -> remember(asking.model()));
        });
  }

  private void remember(String model) {
    // Names come from spells, and there is no end of names.
    if (chatOnly.size() < MOST_KNOWN) {
      chatOnly.add(model);
    }
  }

  @Override
  public Future<Completed> chat(Chat question, Asking asking) {
    return answer("/chat/completions", Questions.of(question, asking.model()), asking, MOST_CHANGES)
        .recover(error -> instead(error, asking, other -> chat(question, other)));
  }

  /** Asks for another model, if it is the model that the server does not know. */
  private <A> Future<A> instead(Throwable error, Asking asking, Function<Asking, Future<A>> ask) {
    return Optional.of(error).filter(Refusal.class::isInstance).map(Refusal.class::cast)
        .filter(Refusal::knowsNoSuchModel).flatMap(_ -> asking.instead()).map(ask)
        .orElseGet(() -> Future.failedFuture(server.told(error)));
  }

  /** Asks again without what the server says that it does not know. */
  private Future<Completed> answer(String path, ObjectNode question, Asking asking, int changes) {
    return answer(path, question, asking).recover(error -> {
      Optional<ObjectNode> other = error instanceof Refusal refusal && refusal.isOfTheQuestion() && changes > 0
          ? Questions.without(question, refusal.getMessage()) : Optional.empty();
      return other.map(changed -> answer(path, changed, asking, changes - 1))
          .orElseGet(() -> Future.failedFuture(error));
    });
  }

  private Future<Completed> answer(String path, ObjectNode question, Asking asking) {
    Gathering gathering = new Gathering(asking.pieces(), asking.key());
    Chunks chunks = new Chunks(gathering);
    return server.ask(path, question, asking.key(), asking.stopped(),
        head -> ModelServer.read(head, chunks::take).map(_ -> gathering.whole(name, asking.model())));
  }

  @Override
  public Future<Embedded> embeddings(Embed question, Asking asking) {
    return server.ask("/embeddings", Questions.of(question, asking.model()), asking.key(), asking.stopped(),
            ModelServer::json)
        .map(answer -> embedded(answer, question.texts().size(), asking.model()))
        .recover(error -> instead(error, asking, other -> embeddings(question, other)));
  }

  private Embedded embedded(JsonNode answer, int wanted, String asked) {
    List<List<Double>> embeddings = new ArrayList<>();
    for (JsonNode item : answer.path("data")) {
      embeddings.add(ModelServer.numbers(item.path("embedding")));
    }
    Optional<Usage> usage = Optional.of(answer.path("usage")).filter(JsonNode::isObject)
        .map(counted -> new Usage(counted.path("prompt_tokens").asInt(), 0));
    return new Embedded(ModelServer.asMany(embeddings, wanted), name, answer.path("model").asText(asked), usage);
  }
}
