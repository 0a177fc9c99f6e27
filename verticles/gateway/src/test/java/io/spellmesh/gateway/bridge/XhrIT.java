package io.spellmesh.gateway.bridge;

import static io.spellmesh.gateway.RunningGateway.ALICE;
import static io.spellmesh.gateway.RunningGateway.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.contract.user.Users;
import io.spellmesh.gateway.Reply;
import io.spellmesh.gateway.RunningGateway;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets over plain requests, where they are offered. */
class XhrIT {
  private static final String GOOD = "https://good.example.org";
  private static final List<String> TRANSPORTS = List.of("xhr", "xhr_streaming", "xhr_send");
  private static RunningGateway gateway;

  @BeforeAll
  static void start(@TempDir Path keys) {
    gateway = new RunningGateway(keys, Map.of("http.xhr", "true", "http.allowed-origins", GOOD,
        "http.beat", "1s", "http.max-unread", "1MB"));
    new TabStandIn(gateway.vertx());
    Set<String> spent = ConcurrentHashMap.newKeySet();
    gateway.services().answer(Users.SPEND, ask -> Map.of("a", ALICE, "b", BOB).entrySet().stream()
        .filter(of -> ask.ticket().startsWith(of.getKey()) && spent.add(ask.ticket())).findFirst()
        .map(of -> Future.succeededFuture(new Users.AccessToken(gateway.token(of.getValue()), 600)))
        .orElseGet(() -> Future.failedFuture(Failure.unauthenticated("the ticket is wrong"))));
  }

  private static String ticket(String of) {
    return "?ticket=" + of + UUID.randomUUID();
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  private static Reply post(String session, String transport, Map<String, String> headers) throws Exception {
    String path = session.contains("?") ? session.replace("?", "/" + transport + "?")
        : session + "/" + transport;
    return gateway.stranger("POST", "/eventbus/000/" + path,
        transport.equals("xhr_send") ? "[\"{}\"]" : "", headers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xhr", "xhr_streaming"})
  void asksAndHearsAsAnySocketDoes(String transport) throws Exception {
    String address = Addresses.spellOf(ALICE, UUID.randomUUID());
    try (XhrSocket socket = XhrSocket.open(gateway, transport, ticket("a"), Map.of())) {
      socket.register(address);
      assertEquals("spellmesh.tab.open",
          socket.ask(Tabs.OPEN, new JsonObject()).getJsonObject("body").getString("heard"));
      for (int n = 0; n < 300; n++) {
        gateway.vertx().eventBus()
            .publish(address, new JsonObject().put("n", n).put("text", "x".repeat(1_000)));
      }
      for (int n = 0; n < 300; n++) {
        assertEquals(n, socket.next(message -> address.equals(message.getString("address")))
            .getJsonObject("body").getInteger("n"));
      }
      socket.register(Addresses.userOf(BOB));
      assertTrue(Set.of("rejected", "access_denied")
          .contains(socket.next(message -> message.getString("type").equals("err")).getString("body")));
    }
  }

  @Test
  void saysInItsInfoThatThereIsXhr() throws Exception {
    Reply info = gateway.stranger("GET", "/eventbus/info", "", Map.of("Origin", GOOD));

    assertTrue(info.json().get("xhr").booleanValue());
    assertTrue(info.json().get("websocket").booleanValue());
    assertEquals(GOOD, info.header("Access-Control-Allow-Origin").orElseThrow());
  }

  @Test
  void opensForOneTicketAndHearsOnlyThatOne() throws Exception {
    String ticket = ticket("a");
    try (XhrSocket socket = XhrSocket.open(gateway, "xhr", ticket, Map.of())) {
      String id = socket.session();
      for (String wrong : List.of("", "?ticket=wrong", ticket("a"), ticket("b"), ticket + "x",
          ticket + "&ticket=wrong", "?ticket=" + ticket.substring(8).toUpperCase())) {
        assertEquals(404, post(id + wrong, "xhr_send", Map.of()).status(), wrong);
      }
      assertEquals(404, post(id + ticket, "xhr_send", bearer(gateway.token(BOB))).status());
      assertEquals(404, post(id, "xhr_send", bearer(gateway.token(BOB))).status());
      for (String receive : List.of("xhr", "xhr_streaming")) {
        assertEquals(401, post(id, receive, Map.of()).status());
        assertEquals(401, post(id + "?ticket=wrong", receive, Map.of()).status());
        assertEquals(404, post(id + ticket("a"), receive, Map.of()).status());
        assertEquals(404, post(id + ticket("b"), receive, Map.of()).status());
        assertEquals(404, post(id, receive, bearer(gateway.token(BOB))).status());
        assertEquals(404, post(id, receive, bearer(gateway.member().issuer()
            .issue(ALICE, Set.of("user"), UUID.randomUUID(), Duration.ofMinutes(5)))).status());
        assertEquals(401, post("another" + ticket, receive, Map.of()).status(), "a ticket is spent once");
      }
      assertEquals("rec", socket.ask(Tabs.PING, new JsonObject()).getString("type"));
    }
  }

  @Test
  void findsNoSessionByAnotherSpellingOfItsId() throws Exception {
    try (XhrSocket socket = XhrSocket.open(gateway, "xhr", ALICE)) {
      String id = socket.session();
      for (String transport : TRANSPORTS) {
        for (String path : List.of("%73" + id.substring(1), id.substring(1) + "/../" + id, "./" + id)) {
          assertEquals(404, post(path, transport, bearer(gateway.token(BOB))).status(), path);
        }
        assertEquals(404, gateway.stranger("POST", "/eventbus/000/bobs/" + transport + "?param0=" + id, "",
            bearer(gateway.token(BOB))).status());
      }
      assertEquals("rec", socket.ask(Tabs.PING, new JsonObject()).getString("type"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "", "*", "https://good.example.org.evil.example",
      "http://good.example.org", "https://GOOD.example.org", "http://127.0.0.1"})
  void letsNoOtherOriginInAnywhere(String origin) throws Exception {
    String ticket = ticket("a");
    for (String transport : TRANSPORTS) {
      for (String method : List.of("POST", "OPTIONS", "GET")) {
        Reply refused = gateway.stranger(method, "/eventbus/000/evil/" + transport + ticket, "",
            Map.of("Origin", origin, "Access-Control-Request-Method", "POST"));
        assertEquals(403, refused.status(), method + " " + transport);
        assertTrue(refused.header("Access-Control-Allow-Origin").isEmpty());
      }
    }
    try (XhrSocket socket = XhrSocket.open(gateway, "xhr", ticket, Map.of())) {
      assertEquals(403, post(socket.session() + ticket, "xhr_send", Map.of("Origin", origin)).status());
      assertEquals(403, post(socket.session() + ticket, "xhr", Map.of("Origin", origin)).status());
    }
  }

  @Test
  void letsItsOwnOriginInAndThoseListed() throws Exception {
    for (String origin : List.of(GOOD, "http://127.0.0.1:" + gateway.port())) {
      try (XhrSocket socket =
          XhrSocket.open(gateway, "xhr_streaming", ticket("a"), Map.of("Origin", origin))) {
        assertEquals("rec", socket.ask(Tabs.PING, new JsonObject()).getString("type"));
      }
    }
    Reply preflight = gateway.stranger("OPTIONS", "/eventbus/000/abc/xhr_send", "",
        Map.of("Origin", GOOD, "Access-Control-Request-Method", "POST"));
    assertEquals(GOOD, preflight.header("Access-Control-Allow-Origin").orElseThrow());
  }

  @Test
  void hasNoOtherTransportsAndNoOtherVerbs() throws Exception {
    for (String transport :
        List.of("jsonp", "jsonp_send", "eventsource", "htmlfile", "iframe", "xhr/", "XHR")) {
      assertEquals(404, post("abc" + ticket("a"), transport, Map.of()).status(), transport);
    }
    for (String method : List.of("GET", "PUT", "DELETE", "OPTIONS")) {
      assertEquals(405,
          gateway.stranger(method, "/eventbus/000/abc/xhr" + ticket("a"), "", Map.of()).status());
    }
  }

  @Test
  void takesNoMoreThanAFrameAtOnceAndNothingThatIsNone() throws Exception {
    try (XhrSocket socket = XhrSocket.open(gateway, "xhr", ALICE)) {
      assertEquals(413, socket.writeText("[\"" + "x".repeat(1024 * 1024) + "\"]").status());
      assertEquals(400,
          socket.writeText(new JsonArray(Collections.nCopies(1_001, "x")).encode()).status());
      for (String no : List.of("[1]", "[null]", "{}", "[{}]", "[[\"x\"]]", "7")) {
        assertEquals(400, socket.writeText(no).status(), no);
      }
      assertEquals("Broken JSON encoding.", socket.writeText("[\"x").body());
      assertEquals(204, socket.writeText("[\"nonsense\"]").status());
      assertEquals("rec", socket.ask(Tabs.PING, new JsonObject()).getString("type"));
      assertEquals(204, socket.writeText("[\"[]\"]").status());
      assertEquals("rec", socket.ask(Tabs.PING, new JsonObject()).getString("type"));
    }
  }

  @Test
  void hearsOneRequestAtATime() throws Exception {
    String ticket = ticket("a");
    try (XhrSocket socket = XhrSocket.open(gateway, "xhr_streaming", ticket, Map.of())) {
      assertEquals("c[2010,\"Another connection still open\"]\n",
          post(socket.session() + ticket, "xhr", Map.of()).body());
      assertEquals("rec", socket.ask(Tabs.PING, new JsonObject()).getString("type"));
    }
  }

  @Test
  void endsWithItsTokenAndWithItsSession() throws Exception {
    XhrSocket expiring = XhrSocket.open(gateway, "xhr_streaming", "",
        bearer(gateway.token(ALICE, Duration.ofSeconds(2))));
    assertEquals("c[3000,\"Go away!\"]", expiring.ended());

    UUID dora = UUID.fromString("00000000-0000-4000-8000-00000000000d");
    XhrSocket polling = XhrSocket.open(gateway, "xhr", dora);
    XhrSocket streaming = XhrSocket.open(gateway, "xhr_streaming", dora);
    long revoked = System.nanoTime();
    gateway.member().callers().revoked(List.of(dora));

    polling.ended();
    streaming.ended();
    assertTrue(System.nanoTime() - revoked < Duration.ofSeconds(5).toNanos());
    assertEquals(404, polling.writeText("[\"{}\"]").status());
  }

  @Test
  void countsAmongTheUsersSocketsUntilItIsGone(@TempDir Path keys) throws Exception {
    try (RunningGateway own = new RunningGateway(keys, Map.of("http.xhr", "true", "http.max-sockets", "3"));
        XhrSocket one = XhrSocket.open(own, "xhr_streaming", ALICE);
        BusSocket two = BusSocket.raw(own, ALICE)) {
      Future<Object> ended = nextEnd(own);
      XhrSocket abandoned = XhrSocket.open(own, "xhr", ALICE);
      assertEquals(429, own.ask("POST", "/eventbus/000/fourth/xhr").status());

      abandoned.close();
      RunningGateway.await(ended);
      XhrSocket.open(own, "xhr_streaming", ALICE).close();
      assertEquals("rec", one.ask(Tabs.PING, new JsonObject()).getString("type"));
      assertEquals("rec", two.ask(Tabs.PING, new JsonObject()).getString("type"));
    }
  }

  @Test
  void isForgottenIfNobodyAsksForMore(@TempDir Path keys) throws Exception {
    try (RunningGateway own = new RunningGateway(keys, Map.of("http.xhr", "true"))) {
      Future<Object> ended = nextEnd(own);
      assertEquals("o\n", own.ask("POST", "/eventbus/000/once/xhr").body());
      assertEquals(204, own.ask("POST", "/eventbus/000/once/xhr_send", "[\"{}\"]", Map.of()).status());

      RunningGateway.await(ended);
      assertEquals(404, own.ask("POST", "/eventbus/000/once/xhr_send", "[\"{}\"]", Map.of()).status());
    }
  }

  private static Future<Object> nextEnd(RunningGateway of) {
    Promise<Object> ended = Promise.promise();
    of.vertx().eventBus()
        .localConsumer(Addresses.socketEnded("p1"), message -> ended.tryComplete(message.body()));
    return ended.future();
  }

  @Test
  void getsNoMoreThanItSaysToHaveRead() throws Exception {
    String address = Addresses.spellOf(ALICE, UUID.randomUUID());
    try (XhrSocket slow = XhrSocket.open(gateway, "xhr_streaming", ALICE)) {
      slow.register(address);
      slow.ask(Tabs.PING, new JsonObject());
      for (int seq = 1; seq <= 1_000; seq++) {
        gateway.vertx().eventBus().publish(address, group(seq));
      }
      JsonObject pong = slow.ask(Tabs.PING, new JsonObject());
      slow.write(new JsonObject().put("type", "send").put("address", Tabs.PING.address())
          .put("body", new JsonObject().put("beat", pong.getJsonObject("body").getLong("beat"))));

      JsonObject head = slow.next(message -> message.getJsonObject("body").containsKey("tail"));
      assertEquals(1_000, head.getJsonObject("body").getInteger("tail"));
    }
  }

  private static JsonObject group(int seq) {
    return new JsonObject().put("run", "00000000-0000-4000-8000-0000000000ff").put("epoch", 1)
        .put("events", new JsonArray().add(new JsonObject().put("seq", seq).put("kind", "node.log")
            .put("text", "x".repeat(4_000))));
  }

  @Test
  void isAbsentUnlessItIsAskedFor(@TempDir Path keys) throws Exception {
    try (RunningGateway without = new RunningGateway(keys, Map.of())) {
      for (String transport : TRANSPORTS) {
        assertEquals(404, without.stranger("POST", "/eventbus/000/abc/" + transport, "",
            bearer(without.token(ALICE))).status());
      }
      assertFalse(without.stranger("GET", "/eventbus/info", "", Map.of()).json().get("xhr").booleanValue());
    }
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }
}
