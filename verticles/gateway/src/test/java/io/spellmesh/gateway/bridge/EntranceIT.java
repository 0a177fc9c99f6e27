package io.spellmesh.gateway.bridge;

import static io.spellmesh.gateway.RunningGateway.ALICE;
import static io.spellmesh.gateway.RunningGateway.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.contract.user.Users;
import io.spellmesh.gateway.Reply;
import io.spellmesh.gateway.RunningGateway;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntranceIT {
  private static final String GOOD = "https://good.example.org";
  private static final String RAW = "/eventbus/websocket";
  private static final String FRAMED = "/eventbus/000/abc/websocket";
  private static RunningGateway gateway;

  @BeforeAll
  static void start(@TempDir Path keys) {
    gateway = new RunningGateway(keys,
        Map.of("http.allowed-origins", GOOD, "http.max-sockets", "3", "http.quiet-time", "1s"));
    Set<String> spent = ConcurrentHashMap.newKeySet();
    gateway.services().answer(Users.SPEND, ask -> ask.ticket().startsWith("good") && spent.add(ask.ticket())
        ? Future.succeededFuture(new Users.AccessToken(gateway.token(BOB), 600))
        : Future.failedFuture(Failure.unauthenticated("the ticket is wrong")));
    gateway.services().give(Users.TICKET, new Users.Ticket("good", 30));
  }

  private static int status(String path, Map<String, String> headers) {
    Future<BusSocket> opened = BusSocket.open(gateway, path, headers);
    return RunningGateway.await(opened.map(socket -> {
      socket.socket().close();
      return 101;
    }).otherwise(error -> assertInstanceOf(UpgradeRejectedException.class, error).getStatus()));
  }

  private static Map<String, String> alice(String... more) {
    return more.length == 0 ? Map.of("Authorization", "Bearer " + gateway.token(ALICE))
        : Map.of("Authorization", "Bearer " + gateway.token(ALICE), more[0], more[1]);
  }

  @Test
  void givesTicketsOut() throws Exception {
    Reply reply = gateway.ask("POST", "/api/auth/tickets");

    assertEquals(201, reply.status());
    assertEquals("good", reply.json().get("ticket").textValue());
    assertEquals(30, reply.json().get("expiresIn").intValue());
    assertEquals(401, gateway.stranger("POST", "/api/auth/tickets", "", Map.of()).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {RAW, FRAMED})
  void letsInByHeaderOrByATicketOnce(String path) {
    assertEquals(101, status(path, alice()));
    assertEquals(401, status(path, Map.of()));
    assertEquals(401, status(path, Map.of("Authorization", "Bearer nonsense")));
    assertEquals(401, status(path, Map.of("Cookie", "token=" + gateway.token(ALICE))));
    assertEquals(101, status(path + "?ticket=good" + path.length(), Map.of()));
    assertEquals(401, status(path + "?ticket=good" + path.length(), Map.of()));
    assertEquals(401, status(path + "?ticket=bad", Map.of()));
    assertEquals(401, status(path + "?ticket=good8&ticket=good9", Map.of()));
    assertEquals(401, status(path + "?access_token=" + gateway.token(ALICE), Map.of()));
  }

  @Test
  void asksNothingOfWhoeverLooksAtTheInfo() throws Exception {
    Reply info = gateway.stranger("GET", "/eventbus/info", "", Map.of());

    assertEquals(200, info.status());
    assertTrue(info.json().get("websocket").booleanValue());
    assertTrue(info.header("Set-Cookie").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "", "*", "https://good.example.org.evil.example",
      "http://good.example.org", "https://good.example.org:8443", "https://GOOD.example.org",
      "http://127.0.0.1", "http://127.0.0.1.evil.example"})
  void letsNoOtherOriginInAnywhere(String origin) throws Exception {
    for (String path : List.of(RAW, FRAMED)) {
      assertEquals(403, status(path, alice("Origin", origin)));
      assertEquals(403, status(path + "?ticket=good", Map.of("Origin", origin)));
    }
    for (String path : List.of("info", "iframe.html", "000/abc/xhr", "000/abc/xhr_streaming", "000/abc/jsonp",
        "000/abc/eventsource", "000/abc/htmlfile", "")) {
      Reply refused = gateway.stranger("GET", "/eventbus/" + path, "", Map.of("Origin", origin));
      assertEquals(403, refused.status(), path);
      assertTrue(refused.header("Access-Control-Allow-Origin").isEmpty());
    }
  }

  @Test
  void letsItsOwnOriginInAndThoseListed() throws Exception {
    for (String origin : List.of(GOOD, "http://127.0.0.1:" + gateway.port())) {
      assertEquals(101, status(RAW, alice("Origin", origin)));
      assertEquals(101, status(FRAMED, alice("Origin", origin)));
      assertEquals(200, gateway.stranger("GET", "/eventbus/info", "", Map.of("Origin", origin)).status());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "iframe.html", "iframe-1.html", "000/abc/xhr", "000/abc/xhr_send",
      "000/abc/xhr_streaming", "000/abc/jsonp", "000/abc/eventsource", "000/abc/htmlfile", "websocket/",
      "000/abc/./websocket", "..%2feventbus/websocket"})
  void hasNoOtherTransports(String path) throws Exception {
    for (String method : List.of("GET", "POST", "OPTIONS")) {
      assertEquals(404, gateway.stranger(method, "/eventbus/" + path, "", alice()).status());
    }
  }

  @Test
  void letsAUserOpenSoManyAndAgainWhenOneIsGone() {
    UUID carol = UUID.fromString("00000000-0000-4000-8000-00000000000c");
    Map<String, String> same = Map.of("Authorization", "Bearer " + gateway.token(carol));
    List<BusSocket> open =
        IntStream.range(0, 3).mapToObj(_ -> BusSocket.raw(gateway, carol)).toList();
    Promise<Object> ended = Promise.promise();

    assertEquals(429, status(RAW, same));
    assertEquals(429, status(FRAMED, same));
    assertEquals(101, status(RAW, alice()));

    MessageConsumer<Object> words = gateway.vertx().eventBus()
        .localConsumer(Addresses.socketEnded("p1"), message -> ended.tryComplete(message.body()));
    open.getFirst().close();
    RunningGateway.await(ended.future().eventually(words::unregister));
    assertEquals(101, status(RAW, same));
    open.forEach(BusSocket::close);
  }

  @Test
  void keepsASocketForLongerThanAQuietConnection() throws Exception {
    try (BusSocket socket = BusSocket.raw(gateway, ALICE); Socket quiet = gateway.socket()) {
      assertEquals(-1, quiet.getInputStream().read());

      assertTrue(socket.isOpen());
      assertEquals("rec", socket.ask(Tabs.PING, new JsonObject()).getString("type"));
    }
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }
}
