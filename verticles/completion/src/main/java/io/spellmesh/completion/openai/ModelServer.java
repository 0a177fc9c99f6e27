package io.spellmesh.completion.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A server of language models, as one that may be away, busy or slow. */
public final class ModelServer {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
  private static final int MOST_CONNECTIONS = 100;
  private static final int MOST_WAITING = 1_000;

  private final Vertx vertx;
  private final HttpClient http;
  private final String url;
  private final Optional<String> key;
  private final Duration silence;
  private final int retries;
  private final Duration retryDelay;

  /**
   * @param url     without a slash at its end
   * @param silence how long it may send nothing
   */
  public ModelServer(Vertx vertx, String url, Optional<String> key, Duration silence, int retries,
      Duration retryDelay) {
    this.vertx = vertx;
    this.url = url;
    this.key = key;
    this.silence = silence;
    this.retries = retries;
    this.retryDelay = retryDelay;
    this.http = vertx.createHttpClient(
        new HttpClientOptions().setConnectTimeout((int) LONGEST_CONNECT.toMillis()),
        new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS).setMaxWaitQueueSize(MOST_WAITING));
  }

  Optional<String> key() {
    return key;
  }

  /**
   * Asks, again if the server is away or busy, as long as it has answered nothing.
   *
   * @param path  begins with a slash
   * @param taken makes something of an answer 200, on the context of whoever asked
   * @return fails with a {@link Refusal} for any other answer, else with a {@link Failure}
   */
  <T> Future<T> ask(String path, ObjectNode question, Future<Void> stopped,
      Function<HttpClientResponse, Future<T>> taken) {
    return attempt(path, Buffer.buffer(Wire.bytes(question)), stopped, 0).compose(taken);
  }

  private Future<HttpClientResponse> attempt(String path, Buffer question, Future<Void> stopped, int before) {
    return send(path, question, stopped).recover(error -> {
      Duration usual = retryDelay.multipliedBy(1L << before);
      Optional<Duration> wait = error instanceof Refusal refusal ? refusal.worthWaiting(usual)
          : Optional.of(usual).filter(_ -> error instanceof Failure away
              && away.code() == FailureCode.PROVIDER_FAILED);
      if (before >= retries || wait.isEmpty() || stopped.isComplete()) {
        return Future.failedFuture(error);
      }
      return pause(wait.get(), stopped).compose(_ -> attempt(path, question, stopped, before + 1));
    });
  }

  private Future<Void> pause(Duration time, Future<Void> stopped) {
    Promise<Void> over = Promise.promise();
    long timer = vertx.setTimer(Math.max(1, time.toMillis()), _ -> over.tryComplete());
    stopped.onComplete(_ -> {
      vertx.cancelTimer(timer);
      over.tryFail(new Failure(FailureCode.CANCELLED, "it was stopped"));
    });
    return over.future();
  }

  private Future<HttpClientResponse> send(String path, Buffer question, Future<Void> stopped) {
    RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(url + path)
        .setIdleTimeout(silence.toMillis())
        .putHeader("Content-Type", "application/json")
        .putHeader("Accept", "text/event-stream, application/json");
    key.ifPresent(secret -> options.putHeader("Authorization", "Bearer " + secret));
    return http.request(options)
        .compose(request -> {
          // The server notices that nobody reads any more, and ends its work.
          stopped.onComplete(_ -> request.reset());
          return send(request, question);
        })
        .recover(error -> Future.failedFuture(error instanceof Refusal ? error : unreachable(error)));
  }

  private Future<HttpClientResponse> send(HttpClientRequest request, Buffer question) {
    return request.send(question).compose(head -> {
      if (head.statusCode() == 200) {
        head.pause();
        return Future.succeededFuture(head);
      }
      return head.body().compose(body -> Future.failedFuture(Refusal.of(head, body, key)));
    });
  }

  /** What the connection failed with, without anything that was sent. */
  Failure unreachable(Throwable error) {
    return switch (error) {
      case Failure known -> known;
      case TimeoutException _ -> new Failure(FailureCode.TIMED_OUT,
          "the model server at " + url + " was silent for " + silence.toSeconds() + " s");
      default -> new Failure(FailureCode.PROVIDER_FAILED, "the model server at " + url + " is not there: "
          + Optional.ofNullable(error.getMessage()).orElseGet(error.getClass()::getSimpleName));
    };
  }
}
