package io.spellmesh.kit.web;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** One request under way, with the redirects it is sent on. */
public final class WebCall {
  private static final int MOST_REDIRECTS = 3;
  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  /** After which a method that brings something becomes one that fetches. */
  private static final Set<Integer> SEE_OTHER = Set.of(301, 302, 303);
  /** What is told to the origin it was meant for and to no other. */
  private static final Set<String> HARMLESS =
      Set.of("accept", "accept-language", "content-type", "user-agent");

  private final Vertx vertx;
  private final EgressConfig config;
  private final Gate gate;
  private final HttpClient client;
  private final AtomicLong held;
  private final WebRequest request;
  private final Promise<WebAnswer> answer = Promise.promise();
  private Optional<HttpClientRequest> current = Optional.empty();
  private long own;
  private boolean isOver;

  WebCall(Vertx vertx, EgressConfig config, Gate gate, HttpClient client, AtomicLong held,
      WebRequest request) {
    this.vertx = vertx;
    this.config = config;
    this.gate = gate;
    this.client = client;
    this.held = held;
    this.request = request;
  }

  /** Fails with a {@link Failure}; whatever status the answer has, it is one. */
  public Future<WebAnswer> answer() {
    return answer.future();
  }

  /** Closes the connection, if there is one. */
  public void stop() {
    fail(stopped());
  }

  void start() {
    long timer = vertx.setTimer(config.time().toMillis(), _ -> fail(
        new Failure(FailureCode.TIMED_OUT, "took longer than " + config.time().toMillis() / 1000.0 + " s")));
    Future<WebAnswer> sent;
    try {
      sent = send(Target.of(request.url()), request.method(), request.headers(), request.body(), request.trusted(), 0);
    } catch (Failure refused) {
      sent = Future.failedFuture(refused);
    }
    sent.onComplete(done -> {
      vertx.cancelTimer(timer);
      if (done.succeeded()) {
        release();
        answer.tryComplete(done.result());
      } else {
        fail(worded(done.cause()));
      }
    });
  }

  private Future<WebAnswer> send(Target target, String method, Map<String, String> headers, Optional<Buffer> body,
      boolean trusted, int redirects) {
    return gate.addressOf(target, trusted)
        .compose(address -> client.request(options(target, method, headers, address)))
        .compose(outgoing -> hold(outgoing) ? outgoing.send(body.orElseGet(Buffer::buffer))
            : Future.failedFuture(stopped()))
        .compose(incoming -> REDIRECTS.contains(incoming.statusCode()) && incoming.getHeader("location") != null
            ? follow(target, method, headers, body, incoming, redirects)
            : read(target, incoming));
  }

  private static RequestOptions options(Target target, String method, Map<String, String> headers,
      InetAddress address) {
    RequestOptions options = new RequestOptions().setMethod(HttpMethod.valueOf(method)).setSsl(target.isTls())
        .setHost(target.host()).setPort(target.port()).setURI(target.pathAndQuery())
        // The name goes into the header and the certificate's check; the connection goes where was looked.
        .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, target.port())));
    headers.forEach(options::putHeader);
    return options;
  }

  private Future<WebAnswer> follow(Target from, String method, Map<String, String> headers, Optional<Buffer> body,
      HttpClientResponse redirect, int redirects) {
    // Given up on purpose, which is nobody's error.
    redirect.exceptionHandler(_ -> { });
    redirect.request().reset();
    if (redirects == MOST_REDIRECTS) {
      return Future.failedFuture(new Failure(FailureCode.PROVIDER_FAILED,
          from.shown() + " sends on for more than " + MOST_REDIRECTS + " times"));
    }
    Target to = from.redirected(redirect.getHeader("location"));
    boolean becomesGet = SEE_OTHER.contains(redirect.statusCode()) && !method.equals("GET") && !method.equals("HEAD");
    Map<String, String> kept = new LinkedHashMap<>(headers);
    if (!to.isSameOrigin(from)) {
      kept.keySet().removeIf(name -> !HARMLESS.contains(name));
    }
    if (becomesGet) {
      kept.remove("content-type");
    }
    return send(to, becomesGet ? "GET" : method, kept, becomesGet ? Optional.empty() : body, false, redirects + 1);
  }

  private Future<WebAnswer> read(Target target, HttpClientResponse response) {
    Promise<WebAnswer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    response.exceptionHandler(whole::tryFail);
    response.handler(piece -> {
      if (whole.future().isComplete()) {
        return;
      }
      body.appendBuffer(piece);
      if (count(piece.length()) > config.maxHeld()) {
        whole.tryFail(Failure.unavailable("too much comes from the web at once", A_MOMENT));
        response.request().reset();
      } else if (body.length() > config.maxAnswer()) {
        whole.tryFail(new Failure(FailureCode.UNPROCESSABLE, target.shown() + " answers with more than "
            + config.maxAnswer() + " bytes, which is the limit"));
        response.request().reset();
      }
    });
    response.endHandler(_ -> {
      Map<String, String> headers = new LinkedHashMap<>();
      response.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
      whole.tryComplete(new WebAnswer(response.statusCode(), headers, body));
    });
    return whole.future();
  }

  /** @return what all calls hold; nothing more is counted of one that is over */
  private synchronized long count(int bytes) {
    if (!isOver) {
      own += bytes;
      held.addAndGet(bytes);
    }
    return held.get();
  }

  private synchronized void release() {
    isOver = true;
    held.addAndGet(-own);
    own = 0;
  }

  private synchronized boolean hold(HttpClientRequest outgoing) {
    if (isOver) {
      outgoing.reset();
      return false;
    }
    current = Optional.of(outgoing);
    return true;
  }

  /** Gives up what is open; what has ended has nothing open. */
  private void fail(Failure why) {
    release();
    if (answer.tryFail(why)) {
      open().ifPresent(HttpClientRequest::reset);
    }
  }

  private synchronized Optional<HttpClientRequest> open() {
    return current;
  }

  private static Failure stopped() {
    return new Failure(FailureCode.CANCELLED, "the request was stopped");
  }

  private static Failure worded(Throwable error) {
    return error instanceof Failure known ? known
        : new Failure(FailureCode.PROVIDER_FAILED, "there was no whole answer: " + error.getMessage());
  }
}
