package io.spellmesh.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.huggingface.HuggingFace.Inference;
import io.spellmesh.contract.huggingface.HuggingFace.Inferred;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** A server of the hub's models. */
final class InferenceServer {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int LONGEST_QUOTE = 500;

  private final HttpClient http;
  private final HuggingFaceConfig config;

  InferenceServer(Vertx vertx, HuggingFaceConfig config) {
    this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS));
    this.config = config;
  }

  Future<Inferred> infer(Inference question) {
    if (!config.isGiven()) {
      return Future.failedFuture(new Failure(FailureCode.UNPROCESSABLE,
          "no Hugging Face server is configured: set huggingface.api-key, or huggingface.base-url"));
    }
    RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST)
        .setAbsoluteURI(config.url() + "/models/" + question.model())
        .setIdleTimeout(config.patience().toMillis())
        .putHeader("Content-Type", "application/json").putHeader("Accept", "application/json");
    config.apiKey().ifPresent(key -> options.putHeader("Authorization", "Bearer " + key));
    return http.request(options)
        .compose(request -> request.send(Buffer.buffer(Wire.bytes(body(question)))))
        .compose(head -> head.body().map(body -> inferred(head, body)))
        .recover(error -> Future.failedFuture(told(error)));
  }

  private static ObjectNode body(Inference question) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("inputs", question.inputs());
    question.parameters().ifPresent(parameters -> body.set("parameters", parameters));
    ObjectNode options = body.putObject("options").put("use_cache", false).put("wait_for_model", true);
    question.options().ifPresent(options::setAll);
    return body;
  }

  private Inferred inferred(HttpClientResponse head, Buffer body) {
    if (head.statusCode() != 200) {
      throw refusal(head, body);
    }
    try {
      return new Inferred(Wire.read(body.getBytes(), JsonNode.class));
    } catch (Failure noJson) {
      throw new Failure(FailureCode.PROVIDER_FAILED, "Hugging Face answered what is no JSON");
    }
  }

  private Failure refusal(HttpClientResponse head, Buffer body) {
    String told = "Hugging Face answered " + head.statusCode() + ": " + masked(wordsOf(body, head.statusMessage()));
    return switch (head.statusCode()) {
      case 429 -> new Failure(FailureCode.TOO_MANY, told, Optional.ofNullable(head.getHeader("Retry-After"))
          .filter(seconds -> seconds.matches("[0-9]{1,6}"))
          .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))), List.of());
      case 400, 404, 410, 422 -> new Failure(FailureCode.UNPROCESSABLE, told);
      default -> new Failure(FailureCode.PROVIDER_FAILED, told);
    };
  }

  /** {@code {"error":"…"}}, or a list of them, or whatever else it sent. */
  private static String wordsOf(Buffer body, String otherwise) {
    String text = body.toString().strip();
    try {
      JsonNode error = Wire.read(text, JsonNode.class).path("error");
      return error.isMissingNode() ? otherwise : error.isTextual() ? error.textValue() : error.toString();
    } catch (Failure noJson) {
      return text.isEmpty() || text.startsWith("<") ? otherwise : text;
    }
  }

  private String masked(String words) {
    String safe = config.apiKey().map(key -> words.replace(key, "***")).orElse(words)
        .replaceAll("\\bhf_\\w+", "***");
    return safe.length() <= LONGEST_QUOTE ? safe : safe.substring(0, LONGEST_QUOTE) + "…";
  }

  private Failure told(Throwable error) {
    return switch (error) {
      case Failure known -> known;
      case TimeoutException _ -> new Failure(FailureCode.TIMED_OUT,
          "Hugging Face took longer than " + config.patience().toSeconds() + " s");
      default -> new Failure(FailureCode.PROVIDER_FAILED, "Hugging Face at " + config.url() + " is not there: "
          + Optional.ofNullable(error.getMessage()).orElseGet(error.getClass()::getSimpleName));
    };
  }
}
