package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Keys that go with requests, and one that signs. */
class ConnectorsIT {
  private static final String KEY = "k3y-of-the-operator";
  /** That of EIP-155's example, and whose it is. */
  private static final String SECRET = "46".repeat(32);
  private static final String ACCOUNT = "0x9d8a62f656a8d1615c1294fd71e9cfb3e4855a4f";

  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final Vertx outside = Vertx.vertx();
  private final HttpServer service = Waiting.await(
      outside.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"));
  private final String base = "http://127.0.0.1:" + service.actualPort();

  @AutoClose
  private final TestMember member = TestMember.start(Map.of(
      "connectors.records.base-url", base + "/rest/v1", "connectors.records.key", KEY,
      "connectors.discord.base-url", base + "/api/v10/", "connectors.discord.key", KEY,
      "connectors.ethereum.base-url", base, "connectors.ethereum.signing-key", SECRET));

  private final UUID ann = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));

  ConnectorsIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
  }

  private void answer(HttpServerRequest request) {
    request.body().onSuccess(body -> {
      heard.add(request.method() + " " + request.uri() + " " + request.getHeader("authorization") + " "
          + request.getHeader("apikey") + " " + body);
      request.response().putHeader("content-type", "application/json").end(
          request.uri().equals("/") ? result(body.toJsonObject().getString("method")) : "[]");
    });
  }

  private static String result(String method) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + switch (method) {
      case "eth_getBlockByNumber" -> "{\"baseFeePerGas\":\"0x7\"}";
      case "eth_getTransactionReceipt" -> "{\"status\":\"0x1\",\"transactionHash\":\"0xfeed\","
          + "\"contractAddress\":\"0x" + "35".repeat(20) + "\"}";
      default -> "\"0x5\"";
    } + "}";
  }

  private UUID run(String graph, String input) {
    UUID run = Waiting.await(member.ask(ann, Runner.START, new Runner.Start(Optional.empty(),
        shelf.put(ann, "connected", graph), Wire.read(input, ObjectNode.class), Optional.empty(),
        Optional.empty()))).run();
    RunView end = Waiting.await(member.ask(ann, Runner.AWAIT, new Runner.Which(run)));
    assertEquals(Optional.empty(), end.error());
    return run;
  }

  private String told(UUID run) {
    return Wire.text(Waiting.await(member.ask(ann, Runner.SINCE, new Runner.Since(run, Optional.empty(), 0))));
  }

  @AfterEach
  void close() {
    Waiting.await(outside.close());
  }

  @Test
  void tablesAreAskedWithTheKeyInBothPlaces() {
    UUID run = run(Graphs.through("Select Record", "{\"table\":\"people\"}", "columns", "result"),
        "{\"Input\":\"name\"}");

    assertEquals(List.of("GET /rest/v1/people?select=name&limit=100 Bearer " + KEY + " " + KEY + " "),
        List.copyOf(heard));
    assertFalse(told(run).contains(KEY));
  }

  @Test
  void discordIsAskedAsABot() {
    UUID run = run(Graphs.through("Discord Text Channels", "{}", "event", "output"),
        "{\"Input\":{\"rawData\":{\"guildId\":\"123456789\"}}}");

    assertEquals(List.of("GET /api/v10/guilds/123456789/channels Bot " + KEY + " null "), List.copyOf(heard));
    assertFalse(told(run).contains(KEY));
  }

  @Test
  void whatIsSentToAChainIsSignedAndNothingTellsTheKey() {
    UUID run = run(Graphs.through("Deploy Contract", "{}", "bytecode", "contract"), "{\"Input\":\"0x6001\"}");

    JsonNode sent = heard.stream().map(line -> line.substring(line.indexOf('{')))
        .map(body -> Wire.read(body, JsonNode.class))
        .filter(body -> body.path("method").asText().equals("eth_sendRawTransaction")).findFirst().orElseThrow();
    // Chain 5, nonce 5, tip 5, at most twice 7 and the tip, gas 5, to nobody, nothing, the code, no list.
    assertTrue(sent.at("/params/0").asText().matches("0x02f8[0-9a-f]{2}05050513058080826001c0(01|80)a0.*"),
        sent.toString());
    assertTrue(heard.stream().anyMatch(line -> line.contains("\"from\":\"" + ACCOUNT + "\"")), heard.toString());
    assertFalse(heard.toString().contains(SECRET));
    assertFalse(told(run).contains(SECRET));
  }
}
