package io.spellmesh.kit.web;

import io.spellmesh.contract.Failure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Servers on loopback, names that lead where a test wants, and a client that may go to the names it is told. */
final class Loopback implements AutoCloseable {
  final Vertx vertx = Vertx.vertx();
  final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final Map<String, List<String>> names = new ConcurrentHashMap<>();
  private final List<String> allowed = new ArrayList<>();

  int serve(Consumer<HttpServerRequest> handler) {
    return await(vertx.createHttpServer().requestHandler(handler::accept).listen(0, "127.0.0.1")).actualPort();
  }

  int serveRaw(Consumer<io.vertx.core.net.NetSocket> handler) {
    NetServer server = vertx.createNetServer().connectHandler(handler::accept);
    return await(server.listen(0, "127.0.0.1")).actualPort();
  }

  /** @param addresses that the name has at each look-up, one after the other; the last for ever */
  Loopback name(String host, String... addresses) {
    names.put(host, new ArrayList<>(List.of(addresses)));
    return this;
  }

  /** A name of this machine that the operator lets through. */
  String allow(String host, int port) {
    name(host, "127.0.0.1");
    allowed.add(host + ":" + port);
    return "http://" + host + ":" + port;
  }

  private Future<List<InetAddress>> look(String host) {
    asked.add(host);
    List<String> known = names.getOrDefault(host, List.of());
    if (known.isEmpty()) {
      return Future.failedFuture(new UnknownHostException(host));
    }
    String address = known.size() > 1 ? known.removeFirst() : known.getFirst();
    try {
      List<InetAddress> all = new ArrayList<>();
      for (String one : address.split(",")) {
        all.add(InetAddress.getByName(one));
      }
      return Future.succeededFuture(all);
    } catch (UnknownHostException wrong) {
      return Future.failedFuture(wrong);
    }
  }

  GuardedClient client(Duration time) {
    return client(time, 64 << 20);
  }

  GuardedClient client(Duration time, long maxHeld) {
    return new GuardedClient(vertx, new EgressConfig(allowed, 5 << 20, maxHeld, time), this::look);
  }

  WebAnswer get(String url) {
    return send("GET", url, Map.of());
  }

  WebAnswer send(String method, String url, Map<String, String> headers) {
    return await(client(Duration.ofSeconds(30))
        .send(new WebRequest(method, url, headers, Optional.empty(), false)).answer());
  }

  Failure refusal(String url) {
    try {
      WebAnswer answer = get(url);
      throw new AssertionError(url + " was answered with " + answer.status());
    } catch (Failure expected) {
      return expected;
    }
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
