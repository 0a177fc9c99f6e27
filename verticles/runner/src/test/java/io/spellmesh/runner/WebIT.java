package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Requests in runs: by the operator's leave, with the operator's keys, and no longer than the run. */
class WebIT {
  private static final String KEY = "k3y-of-the-operator";

  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final Promise<Void> arrived = Promise.promise();
  private final Promise<Void> cut = Promise.promise();
  private final Vertx outside = Vertx.vertx();
  private final HttpServer service = Waiting.await(
      outside.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"));

  @AutoClose
  private final TestMember member = TestMember.start(Map.of(
      "egress.allow", "127.0.0.1:" + service.actualPort(),
      "connectors.google.base-url", "http://127.0.0.1:" + service.actualPort(),
      "connectors.google.key", KEY, "connectors.google.engine", "engine"));

  private final UUID ann = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));

  WebIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
  }

  private void answer(HttpServerRequest request) {
    heard.add(request.method() + " " + request.uri());
    if (request.path().equals("/silent")) {
      request.connection().closeHandler(_ -> cut.tryComplete());
      arrived.tryComplete();
    } else {
      request.response().putHeader("content-type", "application/json")
          .end("{\"items\":[{\"snippet\":\"s\",\"link\":\"l\"}]}");
    }
  }

  private UUID start(String graph) {
    return Waiting.await(member.ask(ann, Runner.START, new Runner.Start(Optional.empty(),
        shelf.put(ann, "web", graph), Wire.read("{\"Input\":\"a b\"}", ObjectNode.class), Optional.empty(),
        Optional.empty()))).run();
  }

  private RunView end(UUID run) {
    return Waiting.await(member.ask(ann, Runner.AWAIT, new Runner.Which(run)));
  }

  private String request(String url) {
    return Graphs.through("Request", new JsonObject().put("url", url).put("attempts", 1).encode(), "q", "output");
  }

  @AfterEach
  void close() {
    Waiting.await(outside.close());
  }

  @Test
  void reachesWhatTheOperatorAllowsAndNothingElseInside() {
    RunView allowed = end(start(request("http://127.0.0.1:" + service.actualPort() + "/x")));
    RunView refused = end(start(request("http://localhost:" + service.actualPort() + "/x")));

    assertEquals("{\"items\":[{\"snippet\":\"s\",\"link\":\"l\"}]}",
        allowed.outputs().orElseThrow().get("Output").toString());
    assertEquals(List.of("GET /x?q=a%20b"), List.copyOf(heard));
    assertEquals(RunStatus.FAILED, refused.status());
    assertEquals(FailureCode.FORBIDDEN, refused.error().orElseThrow().code());
  }

  @Test
  void aKeyOfTheOperatorGoesToItsServiceAndNowhereElse() {
    UUID run = start(Graphs.through("Search Google", "{}", "query", "summary"));

    assertEquals("\"s\"", end(run).outputs().orElseThrow().get("Output").toString());
    assertEquals(List.of("GET /customsearch/v1?q=a%20b&cx=engine&key=" + KEY), sorted());
    assertFalse(Wire.text(Waiting.await(member.ask(ann, Runner.SINCE, new Runner.Since(run, Optional.empty(), 0))))
        .contains(KEY));
  }

  /** The order of the parameters is nobody's business. */
  private List<String> sorted() {
    return heard.stream().map(line -> line.replace("?q=a%20b&key=" + KEY + "&cx=engine",
        "?q=a%20b&cx=engine&key=" + KEY)).toList();
  }

  @Test
  void whatIsNotSetUpIsNamed() {
    RunView keyless = end(start(Graphs.through("Search Metaphor", "{}", "query", "message")));
    RunView nowhere = end(start(Graphs.through("Image Generation", "{}", "prompt", "output")));

    assertEquals("Search Metaphor 2: needs a service that is not set up; configure connectors.metaphor.key",
        keyless.error().orElseThrow().message());
    assertEquals("Image Generation 2: needs a service that is not set up; configure connectors.images.base-url",
        nowhere.error().orElseThrow().message());
  }

  @Test
  void aRequestEndsWithItsRun() {
    UUID run = start(request("http://127.0.0.1:" + service.actualPort() + "/silent"));
    Waiting.await(arrived.future());

    Waiting.await(member.ask(ann, Runner.CANCEL, new Runner.Which(run)));

    assertEquals(RunStatus.CANCELLED, end(run).status());
    Waiting.await(cut.future());
  }
}
