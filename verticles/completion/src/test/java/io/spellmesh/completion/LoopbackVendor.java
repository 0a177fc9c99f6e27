package io.spellmesh.completion;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A server on loopback that hears what a vendor's would, and answers as the test tells it to. */
public final class LoopbackVendor implements AutoCloseable {

  /** @param path with its query */
  public record Asked(String path, MultiMap headers, JsonNode body) {}

  private final Vertx vertx = Vertx.vertx();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Consumer<HttpServerResponse> answer = response -> response.setStatusCode(500).end();

  public LoopbackVendor() {
    server = Waiting.await(vertx.createHttpServer().requestHandler(request -> request.body().onSuccess(body -> {
      asked.add(new Asked(request.uri(), MultiMap.caseInsensitiveMultiMap().addAll(request.headers()),
          Wire.read(body.getBytes(), JsonNode.class)));
      answer.accept(request.response());
    })).listen(0, "127.0.0.1"));
  }

  public String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public void answers(Consumer<HttpServerResponse> answering) {
    answer = answering;
  }

  /** Answers with server-sent events from now on; single quotes stand for double ones. */
  public void streams(String... events) {
    answer = response -> {
      response.setChunked(true).putHeader("Content-Type", "text/event-stream");
      for (String event : events) {
        response.write(event.replace('\'', '"') + "\n\n");
      }
      response.end();
    };
  }

  /** Answers with JSON from now on; single quotes stand for double ones. */
  public void json(int status, String body) {
    answer = response -> response.setStatusCode(status).putHeader("Content-Type", "application/json")
        .end(body.replace('\'', '"'));
  }

  @Override
  public void close() {
    Waiting.await(vertx.close());
  }
}
