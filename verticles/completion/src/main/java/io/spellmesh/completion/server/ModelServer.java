package io.spellmesh.completion.server;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/** A server of language models, as one that may be away, busy or slow. */
public final class ModelServer {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
  private static final int MOST_CONNECTIONS = 100;
  private static final int MOST_WAITING = 1_000;

  /**
   * How long to wait for a server.
   *
   * @param silence    how long it may send nothing
   * @param retries    how often to ask again before anything was answered
   * @param retryDelay before the first of them, twice as long before each further one
   */
  public record Patience(Duration silence, int retries, Duration retryDelay) {}

  private final Vertx vertx;
  private final HttpClient http;
  private final String url;
  private final Function<Optional<String>, Map<String, String>> headers;
  private final Patience patience;

  /**
   * @param url     without a slash at its end
   * @param headers what every request says, its key above all
   */
  public ModelServer(Vertx vertx, String url, Function<Optional<String>, Map<String, String>> headers,
      Patience patience) {
    this.vertx = vertx;
    this.url = url;
    this.headers = headers;
    this.patience = patience;
    this.http = vertx.createHttpClient(
        new HttpClientOptions().setConnectTimeout((int) LONGEST_CONNECT.toMillis()),
        new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS).setMaxWaitQueueSize(MOST_WAITING));
  }

  /**
   * Asks, again if the server is away or busy, as long as it has answered nothing.
   *
   * @param path  begins with a slash
   * @param taken makes something of an answer 200, on the context of whoever asked
   * @return fails with a {@link Refusal} for any other answer, else with a {@link Failure}
   */
  public <T> Future<T> ask(String path, ObjectNode question, Optional<String> key, Future<Void> stopped,
      Function<HttpClientResponse, Future<T>> taken) {
    return attempt(path, Buffer.buffer(Wire.bytes(question)), key, stopped, 0).compose(taken);
  }

  private Future<HttpClientResponse> attempt(String path, Buffer question, Optional<String> key,
      Future<Void> stopped, int before) {
    return send(path, question, key, stopped).recover(error -> {
      Duration usual = patience.retryDelay().multipliedBy(1L << before);
      Optional<Duration> wait = error instanceof Refusal refusal ? refusal.worthWaiting(usual)
          : Optional.of(usual).filter(_ -> error instanceof Failure away
              && away.code() == FailureCode.PROVIDER_FAILED);
      if (before >= patience.retries() || wait.isEmpty() || stopped.isComplete()) {
        return Future.failedFuture(error);
      }
      return pause(wait.get(), stopped).compose(_ -> attempt(path, question, key, stopped, before + 1));
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

  private Future<HttpClientResponse> send(String path, Buffer question, Optional<String> key,
      Future<Void> stopped) {
    RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(url + path)
        .setIdleTimeout(patience.silence().toMillis())
        .putHeader("Content-Type", "application/json")
        .putHeader("Accept", "text/event-stream, application/json");
    headers.apply(key).forEach(options::putHeader);
    return http.request(options)
        .compose(request -> {
          // The server notices that nobody reads any more, and ends its work.
          stopped.onComplete(_ -> request.reset());
          return send(request, question, key);
        })
        .recover(error -> Future.failedFuture(error instanceof Refusal ? error : unreachable(error)));
  }

  private static Future<HttpClientResponse> send(HttpClientRequest request, Buffer question,
      Optional<String> key) {
    return request.send(question).compose(head -> {
      if (head.statusCode() == 200) {
        head.pause();
        return Future.succeededFuture(head);
      }
      return head.body().compose(body -> Future.failedFuture(Refusal.of(head, body, key)));
    });
  }

  /** What the connection failed with, without anything that was sent. */
  private Failure unreachable(Throwable error) {
    return switch (error) {
      case Failure known -> known;
      case TimeoutException _ -> new Failure(FailureCode.TIMED_OUT,
          "the model server at " + url + " was silent for " + patience.silence().toSeconds() + " s");
      default -> new Failure(FailureCode.PROVIDER_FAILED, "the model server at " + url + " is not there: "
          + Optional.ofNullable(error.getMessage()).orElseGet(error.getClass()::getSimpleName));
    };
  }

  /** What an ask failed with, as whoever asked may see it. */
  public Failure told(Throwable error) {
    return error instanceof Refusal refusal ? refusal.failure() : unreachable(error);
  }

  /**
   * Gives the data of each event of the answer as it comes; or all of it, because some servers answer at once
   * although they were asked to stream.
   */
  public static Future<Void> read(HttpClientResponse head, Consumer<String> events) {
    if (Optional.ofNullable(head.getHeader("Content-Type")).orElse("").startsWith("text/event-stream")) {
      return EventLines.read(head, events);
    }
    return whole(head).map(body -> {
      events.accept(body.toString());
      return null;
    });
  }

  /** @return fails with PROVIDER_FAILED if it is none */
  public static Future<JsonNode> json(HttpClientResponse head) {
    return whole(head).map(body -> {
      try {
        return Wire.read(body.getBytes(), JsonNode.class);
      } catch (Failure noJson) {
        throw Gathering.failed("sent what is no JSON");
      }
    });
  }

  private static Future<Buffer> whole(HttpClientResponse head) {
    Future<Buffer> body = head.body();
    head.resume();
    return body;
  }

  public static List<Double> numbers(JsonNode list) {
    List<Double> numbers = new ArrayList<>();
    list.forEach(number -> numbers.add(number.doubleValue()));
    return List.copyOf(numbers);
  }

  /** @throws Failure PROVIDER_FAILED if there are more or fewer than were asked for, or empty ones */
  public static List<List<Double>> asMany(List<List<Double>> embeddings, int wanted) {
    if (embeddings.size() != wanted || embeddings.stream().anyMatch(List::isEmpty)) {
      throw Gathering.failed("gave " + embeddings.size() + " embeddings, was asked for " + wanted);
    }
    return embeddings;
  }
}
