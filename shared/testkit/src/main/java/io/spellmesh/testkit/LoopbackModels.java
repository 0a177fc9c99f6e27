package io.spellmesh.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A server of language models on a free port of this machine, in OpenAI's wire format
 * (https://platform.openai.com/docs/api-reference): completions and chat completions, streamed if they are
 * asked to be, and embeddings. It says what the test tells it to.
 */
public final class LoopbackModels implements AutoCloseable {
  private static final Pattern PIECE = Pattern.compile("\\s*\\S+|\\s+$");

  /**
   * A request that came.
   *
   * @param path as {@code /v1/completions}
   * @param key  what the header {@code Authorization} said after {@code Bearer}
   */
  public record Asked(String path, Optional<String> key, JsonNode body) {}

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile BiConsumer<Asked, HttpServerResponse> answer = (one, response) -> say("", one, response);

  private LoopbackModels() {
    server = Waiting.await(vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1"));
  }

  public static LoopbackModels start() {
    return new LoopbackModels();
  }

  /** The base URL, with {@code /v1}. */
  public String url() {
    return "http://127.0.0.1:" + server.actualPort() + "/v1";
  }

  /** From now on every completion and chat completion says this, and every embedding is (1, 0, 0). */
  public void says(String text) {
    answer = (one, response) -> say(text, one, response);
  }

  /** From now on requests are answered by this. */
  public void answers(BiConsumer<Asked, HttpServerResponse> answering) {
    answer = answering;
  }

  /** Every request so far. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void take(HttpServerRequest request) {
    request.body().onSuccess(body -> {
      Asked one = new Asked(request.path(),
          Optional.ofNullable(request.getHeader("Authorization")).map(said -> said.replaceFirst("^Bearer ", "")),
          Wire.read(body.getBytes(), JsonNode.class));
      asked.add(one);
      answer.accept(one, request.response());
    });
  }

  /** Answers as a well-behaved server does. */
  public static void say(String text, Asked asked, HttpServerResponse response) {
    switch (asked.path()) {
      case "/v1/completions", "/v1/chat/completions" -> {
        if (asked.body().path("stream").asBoolean()) {
          stream(text, asked, response);
        } else {
          json(200, whole(text, asked), response);
        }
      }
      case "/v1/embeddings" -> json(200, embeddings(asked.body().path("input").size()), response);
      default -> json(404, error("no such path"), response);
    }
  }

  private static void stream(String text, Asked asked, HttpServerResponse response) {
    response.setChunked(true).putHeader("Content-Type", "text/event-stream");
    for (String piece : PIECE.matcher(text).results().map(MatchResult::group).toList()) {
      response.write("data: " + chunk(piece, asked) + "\n\n");
    }
    response.end("data: [DONE]\n\n");
  }

  /** A chunk with a piece of the answer. */
  public static ObjectNode chunk(String piece, Asked asked) {
    ObjectNode choice = JsonNodeFactory.instance.objectNode().put("index", 0);
    if (isChat(asked)) {
      choice.putObject("delta").put("content", piece);
    } else {
      choice.put("text", piece);
    }
    return answer(choice, asked);
  }

  private static ObjectNode whole(String text, Asked asked) {
    ObjectNode choice = JsonNodeFactory.instance.objectNode().put("index", 0).put("finish_reason", "stop");
    if (isChat(asked)) {
      choice.putObject("message").put("role", "assistant").put("content", text);
    } else {
      choice.put("text", text);
    }
    return answer(choice, asked);
  }

  private static boolean isChat(Asked asked) {
    return asked.path().endsWith("/chat/completions");
  }

  private static ObjectNode answer(ObjectNode choice, Asked asked) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("id", "c-1")
        .put("model", asked.body().path("model").asText());
    answer.putArray("choices").add(choice);
    return answer;
  }

  private static ObjectNode embeddings(int texts) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("model", "loopback");
    for (int i = 0; i < texts; i++) {
      answer.withArray("data").addObject().put("index", i).putArray("embedding").add(1).add(0).add(0);
    }
    return answer;
  }

  /** {@code {"error":{"message":…}}}. */
  public static ObjectNode error(String message) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.putObject("error").put("message", message);
    return error;
  }

  /** Answers with JSON. */
  public static void json(int status, JsonNode body, HttpServerResponse response) {
    response.setStatusCode(status).putHeader("Content-Type", "application/json").end(body.toString());
  }

  @Override
  public void close() {
    Waiting.await(vertx.close());
  }
}
