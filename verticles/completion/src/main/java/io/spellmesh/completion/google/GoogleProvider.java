package io.spellmesh.completion.google;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Conversations with Gemini, and its embeddings. */
public final class GoogleProvider implements CompletionProvider {
  private static final String NAME = "google";
  /** It stands in the path. */
  private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final ModelServer server;

  public GoogleProvider(ModelServer server) {
    this.server = server;
  }

  /** How a key is told. */
  public static Map<String, String> headers(Optional<String> key) {
    return key.map(secret -> Map.of("x-goog-api-key", secret)).orElse(Map.of());
  }

  @Override
  public Future<Completed> chat(Chat question, Asking asking) {
    Gathering gathering = new Gathering(asking.pieces(), asking.key());
    Chunks chunks = new Chunks(gathering);
    return path(asking, "streamGenerateContent?alt=sse").compose(path ->
            server.ask(path, Questions.of(question), asking.key(), asking.stopped(), head ->
                ModelServer.read(head, chunks::take).map(_ -> gathering.whole(NAME, asking.model()))))
        .recover(error -> Future.failedFuture(server.told(error)));
  }

  @Override
  public Future<Embedded> embeddings(Embed question, Asking asking) {
    return path(asking, "batchEmbedContents").compose(path ->
            server.ask(path, Questions.of(question, asking.model()), asking.key(), asking.stopped(), ModelServer::json))
        .map(answer -> embedded(answer, question.texts().size(), asking.model()))
        .recover(error -> Future.failedFuture(server.told(error)));
  }

  private static Embedded embedded(JsonNode answer, int wanted, String model) {
    List<List<Double>> embeddings = new ArrayList<>();
    answer.path("embeddings").forEach(one -> embeddings.add(ModelServer.numbers(one.path("values"))));
    return new Embedded(ModelServer.asMany(embeddings, wanted), NAME, model);
  }

  private static Future<String> path(Asking asking, String verb) {
    if (!MODEL.matcher(asking.model()).matches()) {
      return Future.failedFuture(new Failure(FailureCode.UNPROCESSABLE, "the model is '" + asking.model()
          + "', must be a name of Google's such as gemini-2.5-flash"));
    }
    return Future.succeededFuture("/models/" + asking.model() + ":" + verb);
  }
}
