package io.spellmesh.nodes.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Operation;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A service on loopback that answers as its documentation says, for every connector and address. */
public final class LoopbackWeb implements Capabilities, AutoCloseable {
  private record Reply(int status, String type, byte[] body) {}

  private Optional<String> account = Optional.empty();
  private Optional<Signature> signature = Optional.empty();
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();

  public LoopbackWeb() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** What is answered next, as JSON with single quotes. */
  public LoopbackWeb json(String body) {
    return reply(200, "application/json", body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  public LoopbackWeb reply(int status, String type, byte[] body) {
    replies.add(new Reply(status, type, body));
    return this;
  }

  public LoopbackWeb reply(int status, String type, String body) {
    return reply(status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  /** From now on it signs, for this account, always the same. */
  public LoopbackWeb signing(String address, Signature always) {
    account = Optional.of(address);
    signature = Optional.of(always);
    return this;
  }

  @Override
  public CompletableFuture<String> account(String connector) {
    return account.map(CompletableFuture::completedFuture).orElseGet(() -> Capabilities.NONE.account(connector));
  }

  @Override
  public CompletableFuture<Signature> sign(String connector, byte[] digest) {
    heard.add("sign " + connector + " " + HexFormat.of().formatHex(digest));
    return CompletableFuture.completedFuture(signature.orElseThrow());
  }

  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Each request as connector, method, address, the headers that matter, and body. */
  public List<String> heard() {
    return List.copyOf(heard);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      List<String> parts = new ArrayList<>(List.of(exchange.getRequestMethod(), exchange.getRequestURI().toString()));
      for (String name : List.of("Authorization", "Content-Type", "X-Mine", "Prefer")) {
        parts.addAll(exchange.getRequestHeaders().getOrDefault(name, List.of()));
      }
      parts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      heard.add(String.join(" ", parts).strip());
      Reply reply = replies.remove();
      exchange.getResponseHeaders().set("Content-Type", reply.type);
      exchange.sendResponseHeaders(reply.status, reply.body.length == 0 ? -1 : reply.body.length);
      exchange.getResponseBody().write(reply.body);
    }
  }

  @Override
  public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
    return CompletableFuture.failedFuture(new NodeFailure(FailureCode.UNAVAILABLE, "asks " + operation.address()));
  }

  @Override
  public CompletableFuture<HttpAnswer> http(HttpAsk ask) {
    ask.connector().ifPresent(heard::add);
    HttpRequest.Builder request = HttpRequest.newBuilder(
            URI.create(ask.connector().isPresent() ? base() + ask.url() : ask.url()))
        .method(ask.method(), ask.body().map(HttpRequest.BodyPublishers::ofByteArray)
            .orElseGet(HttpRequest.BodyPublishers::noBody));
    ask.headers().forEach(request::header);
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray()).thenApply(response -> {
      Map<String, String> headers = new LinkedHashMap<>();
      response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
      return new HttpAnswer(response.statusCode(), headers, response.body());
    });
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
  }
}
