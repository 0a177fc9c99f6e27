package io.spellmesh.nodes.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Wire;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.NodeFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server of the Model Context Protocol on loopback, over the streamable HTTP transport as its specification of
 * 2025-06-18 has it, and the way to it. Its tools: {@code add} (numbers a and b), {@code fail}, and on a second page
 * {@code places/find}, which gives structured content.
 */
public final class LoopbackMcp implements Capabilities, AutoCloseable {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sessions = new AtomicInteger();
  private volatile String session = "";
  private volatile boolean streams;
  private volatile String version = "2025-06-18";
  private volatile String key = "";

  public LoopbackMcp() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/mcp", this::take);
    server.createContext("/weather", exchange -> {
      heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      answer(exchange, exchange.getRequestURI().getPath().endsWith("/nowhere") ? 404 : 200, "text/plain", "sunny");
    });
    server.start();
  }

  /** Answers as event streams from now on, with a notification and a request of its own before each answer. */
  public LoopbackMcp streaming() {
    streams = true;
    return this;
  }

  public LoopbackMcp speaking(String other) {
    version = other;
    return this;
  }

  /** Asks for {@code Authorization: Bearer} with this key. */
  public LoopbackMcp wanting(String secret) {
    key = secret;
    return this;
  }

  /** As a server does that was started anew. */
  public void forgetSession() {
    session = "";
  }

  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public String url() {
    return base() + "/mcp";
  }

  /** Methods of JSON-RPC that came, and others of HTTP. */
  public List<String> heard() {
    return List.copyOf(heard);
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String given = header(exchange, "Mcp-Session-Id");
    if (!key.isEmpty() && !header(exchange, "Authorization").equals("Bearer " + key)) {
      answer(exchange, 401, "text/plain", "who are you?");
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      heard.add("DELETE");
      session = "";
      answer(exchange, 204, "text/plain", "");
    } else {
      take(exchange, Wire.read(body, JsonNode.class), given);
    }
  }

  private void take(HttpExchange exchange, JsonNode message, String given) throws IOException {
    String method = message.path("method").asText();
    heard.add(method);
    if (!header(exchange, "Accept").contains("application/json")
        || !header(exchange, "Accept").contains("text/event-stream")) {
      answer(exchange, 406, "text/plain", "must accept both");
    } else if (method.equals("initialize")) {
      session = "session-" + sessions.incrementAndGet();
      exchange.getResponseHeaders().set("Mcp-Session-Id", session);
      answer(exchange, message, initialized());
    } else if (!given.equals(session)) {
      answer(exchange, 404, "text/plain", "no such session");
    } else if (!header(exchange, "Mcp-Protocol-Version").equals(version)) {
      answer(exchange, 400, "text/plain", "no version");
    } else if (method.startsWith("notifications/")) {
      answer(exchange, 202, "text/plain", "");
    } else {
      switch (method) {
        case "tools/list" -> answer(exchange, message, tools(message.path("params").path("cursor").asText()));
        case "tools/call" -> answer(exchange, message, called(message.path("params")));
        default -> refuse(exchange, message, "Method not found");
      }
    }
  }

  private ObjectNode initialized() {
    ObjectNode result = JSON.objectNode().put("protocolVersion", version);
    result.putObject("capabilities").putObject("tools");
    result.putObject("serverInfo").put("name", "loopback").put("version", "1");
    return result;
  }

  private static ObjectNode tools(String cursor) {
    ObjectNode result = JSON.objectNode();
    if (cursor.isEmpty()) {
      result.putArray("tools").add(tool("add", "Adds two numbers")).add(tool("fail", "Fails"));
      return result.put("nextCursor", "2");
    }
    result.putArray("tools").add(tool("places/find", "Finds a place"));
    return result;
  }

  private static ObjectNode tool(String name, String description) {
    ObjectNode tool = JSON.objectNode().put("name", name).put("description", description);
    ObjectNode schema = tool.putObject("inputSchema").put("type", "object");
    schema.putObject("properties").putObject("a").put("type", "number");
    return tool;
  }

  private static ObjectNode called(JsonNode params) {
    ObjectNode result = JSON.objectNode();
    JsonNode arguments = params.path("arguments");
    switch (params.path("name").asText()) {
      case "add" -> result.putArray("content").addObject().put("type", "text")
          .put("text", String.valueOf(arguments.path("a").asInt() + arguments.path("b").asInt()));
      case "places/find" -> {
        result.putArray("content").addObject().put("type", "text").put("text", "Rome");
        result.putObject("structuredContent").put("city", "Rome");
      }
      default -> result.put("isError", true).putArray("content").addObject().put("type", "text")
          .put("text", "it cannot be done");
    }
    return result;
  }

  private void answer(HttpExchange exchange, JsonNode message, ObjectNode result) throws IOException {
    ObjectNode response = JSON.objectNode().put("jsonrpc", "2.0");
    response.set("id", message.get("id"));
    response.set("result", result);
    if (streams) {
      ObjectNode note = JSON.objectNode().put("jsonrpc", "2.0").put("method", "notifications/message");
      note.putObject("params").put("level", "info").put("data", "working");
      ObjectNode ping = JSON.objectNode().put("jsonrpc", "2.0").put("id", 99).put("method", "ping");
      answer(exchange, 200, "text/event-stream", ": hello\n\nevent: message\ndata: " + note + "\n\nid: 7\ndata: "
          + ping + "\r\n\r\ndata: " + response + "\n\n");
    } else {
      answer(exchange, 200, "application/json", response.toString());
    }
  }

  private void refuse(HttpExchange exchange, JsonNode message, String why) throws IOException {
    ObjectNode response = JSON.objectNode().put("jsonrpc", "2.0");
    response.set("id", message.get("id"));
    response.putObject("error").put("code", -32601).put("message", why);
    answer(exchange, 200, "application/json", response.toString());
  }

  private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getOrDefault(name, List.of("")).getFirst();
  }

  @Override
  public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
    return CompletableFuture.failedFuture(new NodeFailure(FailureCode.UNAVAILABLE, "asks " + operation.address()));
  }

  @Override
  public CompletableFuture<HttpAnswer> http(HttpAsk ask) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ask.connector().isPresent() ? url() : ask.url()))
        .method(ask.method(), ask.body().map(HttpRequest.BodyPublishers::ofByteArray)
            .orElseGet(HttpRequest.BodyPublishers::noBody));
    ask.connector().ifPresent(name -> heard.add("by " + name));
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
