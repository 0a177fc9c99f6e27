package io.spellmesh.completion.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.completion.CompletionProvider;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Embedded;
import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.contract.completion.Completions.Text;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Completions of OpenAI, or of a server that speaks its HTTP API. Used from one context. */
public final class OpenAiProvider implements CompletionProvider {
  static final String NAME = "openai";
  private static final int MOST_KNOWN = 1_000;

  private final ModelServer server;
  private final String model;
  private final String embeddingModel;
  /** Models that continue no texts. */
  private final Set<String> chatOnly = new HashSet<>();

  /**
   * @param model          for questions that name none
   * @param embeddingModel for embeddings that name none
   */
  public OpenAiProvider(ModelServer server, String model, String embeddingModel) {
    this.server = server;
    this.model = model;
    this.embeddingModel = embeddingModel;
  }

  @Override
  public Future<Completed> text(Text question, Consumer<String> pieces, Future<Void> stopped) {
    String asked = modelOf(question.sampling());
    if (chatOnly.contains(asked)) {
      return chat(Questions.asChat(question), pieces, stopped);
    }
    return answer("/completions", Questions.of(question, asked), asked, pieces, stopped)
        .recover(error -> {
          if (!(error instanceof Refusal refusal) || !refusal.wantsChat()) {
            return Future.failedFuture(told(error));
          }
          return chat(Questions.asChat(question), pieces, stopped).onSuccess(_ -> remember(asked));
        });
  }

  private void remember(String asked) {
    // Names come from spells, and there is no end of names.
    if (chatOnly.size() < MOST_KNOWN) {
      chatOnly.add(asked);
    }
  }

  @Override
  public Future<Completed> chat(Chat question, Consumer<String> pieces, Future<Void> stopped) {
    String asked = modelOf(question.sampling());
    ObjectNode body = Questions.of(question, asked);
    return answer("/chat/completions", body, asked, pieces, stopped)
        .recover(error -> error instanceof Refusal refusal && refusal.wantsOtherLimit() && Questions.hasLimit(body)
            ? answer("/chat/completions", Questions.withOtherLimit(body), asked, pieces, stopped)
            : Future.failedFuture(error))
        .recover(error -> Future.failedFuture(told(error)));
  }

  private String modelOf(Optional<Sampling> sampling) {
    return sampling.flatMap(Sampling::model).filter(name -> !name.isBlank()).orElse(model);
  }

  private Future<Completed> answer(String path, ObjectNode question, String asked, Consumer<String> pieces,
      Future<Void> stopped) {
    Gathering gathering = new Gathering(pieces, server.key());
    return server.ask(path, question, stopped, head -> read(head, gathering).map(_ -> gathering.whole(asked)));
  }

  /** Some servers answer at once although they were asked to stream. */
  private static Future<Void> read(HttpClientResponse head, Gathering gathering) {
    if (Optional.ofNullable(head.getHeader("Content-Type")).orElse("").startsWith("text/event-stream")) {
      return EventLines.read(head, gathering::take);
    }
    return whole(head).map(body -> {
      gathering.take(body.toString());
      return null;
    });
  }

  private static Future<Buffer> whole(HttpClientResponse head) {
    Future<Buffer> body = head.body();
    head.resume();
    return body;
  }

  @Override
  public Future<Embedded> embeddings(Embed question) {
    String asked = question.model().filter(name -> !name.isBlank()).orElse(embeddingModel);
    return server.ask("/embeddings", Questions.of(question, asked), Promise.<Void>promise().future(),
            OpenAiProvider::whole)
        .map(body -> embedded(read(body), question.texts().size(), asked))
        .recover(error -> Future.failedFuture(told(error)));
  }

  private static JsonNode read(Buffer body) {
    try {
      return Wire.read(body.getBytes(), JsonNode.class);
    } catch (Failure noJson) {
      throw new Failure(FailureCode.PROVIDER_FAILED, "the model server sent what is no JSON");
    }
  }

  private static Embedded embedded(JsonNode answer, int wanted, String asked) {
    List<List<Double>> embeddings = new ArrayList<>();
    for (JsonNode item : answer.path("data")) {
      List<Double> embedding = new ArrayList<>();
      item.path("embedding").forEach(number -> embedding.add(number.doubleValue()));
      embeddings.add(List.copyOf(embedding));
    }
    if (embeddings.size() != wanted || embeddings.stream().anyMatch(List::isEmpty)) {
      throw new Failure(FailureCode.PROVIDER_FAILED,
          "the model server gave " + embeddings.size() + " embeddings, was asked for " + wanted);
    }
    return new Embedded(embeddings, NAME, answer.path("model").asText(asked));
  }

  private Throwable told(Throwable error) {
    return error instanceof Refusal refusal ? refusal.failure() : server.unreachable(error);
  }
}
