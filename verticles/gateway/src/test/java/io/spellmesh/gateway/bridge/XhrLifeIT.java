package io.spellmesh.gateway.bridge;

import static io.spellmesh.gateway.RunningGateway.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.gateway.RunningGateway;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a socket over plain requests may bring, take and leave, and how it ends. */
class XhrLifeIT {
  private static RunningGateway gateway;

  @BeforeAll
  static void start(@TempDir Path keys) {
    gateway = new RunningGateway(keys,
        Map.of("http.xhr", "true", "http.beat", "1s", "http.max-unread", "1MB"));
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
  void bringsOneThingAfterTheOther() throws Exception {
    try (XhrSocket socket = XhrSocket.open(gateway, "xhr", ALICE);
        Socket first = gateway.socket()) {
      write(first, "POST /eventbus/000/" + socket.session() + "/xhr_send HTTP/1.1\r\nHost: x\r\n"
          + "Authorization: Bearer " + gateway.token(ALICE) + "\r\n"
          + "Expect: 100-continue\r\nContent-Length: 6\r\n\r\n");
      assertTrue(line(first).contains("100"));
      assertEquals(429, socket.writeText("[\"{}\"]").status());

      line(first);
      write(first, "[\"{}\"]");
      assertTrue(line(first).contains("204"));
      assertEquals(204, socket.writeText("[\"{}\"]").status());
    }
  }

  @Test
  void isNotListenedToWhileNobodyTakesTheAnswers() throws Exception {
    assertEquals("o\n", gateway.ask("POST", "/eventbus/000/deaf/xhr").body());

    // 36 KB of answers each, and 64 KB may wait.
    assertEquals(2, accepted(gateway));
  }

  @Test
  void isCutOffIfItTakesNothing(@TempDir Path keys) throws Exception {
    Map<String, String> impatient = Map.of("http.xhr", "true", "http.socket-quiet-time", "2s");
    try (RunningGateway own = new RunningGateway(keys, impatient); Socket deaf = new Socket()) {
      deaf.setReceiveBufferSize(4_096);
      deaf.connect(new InetSocketAddress("127.0.0.1", own.port()));
      write(deaf, "POST /eventbus/000/deaf/xhr_streaming HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n"
          + "Authorization: Bearer " + own.token(ALICE) + "\r\n\r\n");
      assertTrue(line(deaf).contains("200"));
      Future<Object> ended = nextEnd(own);

      int accepted = accepted(own);
      RunningGateway.await(ended);
      assertTrue(accepted < 500, accepted + " were answered, with 36 KB each");
    }
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

  /** How many times a thousand frames that are none are taken before the session is gone. */
  private static int accepted(RunningGateway by) throws Exception {
    String body = new JsonArray(Collections.nCopies(1_000, "x")).encode();
    int accepted = 0;
    while (by.ask("POST", "/eventbus/000/deaf/xhr_send", body, Map.of()).status() == 204) {
      accepted++;
    }
    return accepted;
  }

  private static Future<Object> nextEnd(RunningGateway of) {
    Promise<Object> ended = Promise.promise();
    of.vertx().eventBus()
        .localConsumer(Addresses.socketEnded("p1"), message -> ended.tryComplete(message.body()));
    return ended.future();
  }

  private static JsonObject group(int seq) {
    return new JsonObject().put("run", "00000000-0000-4000-8000-0000000000ff").put("epoch", 1)
        .put("events", new JsonArray().add(new JsonObject().put("seq", seq).put("kind", "node.log")
            .put("text", "x".repeat(4_000))));
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String line(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = socket.getInputStream().read(); c >= 0 && c != '\n'; c = socket.getInputStream().read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }
}
