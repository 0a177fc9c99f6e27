package io.spellmesh.gateway.bridge;

import static io.spellmesh.gateway.RunningGateway.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.gateway.RunningGateway;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowReaderIT {
  private static final int GROUPS = 8_000;
  private static final String RUN = UUID.randomUUID().toString();
  private static final String ADDRESS = Addresses.spellOf(ALICE, UUID.randomUUID());
  private static final String TEXT = "x".repeat(4_000);

  @TempDir
  private Path keys;
  @AutoClose
  private RunningGateway gateway;

  private void start(Map<String, String> settings) {
    gateway = new RunningGateway(keys, settings);
  }

  private void publish(int from, int to) {
    for (int seq = from; seq <= to; seq++) {
      JsonObject event = new JsonObject().put("seq", seq).put("kind", "node.log").put("text", TEXT);
      gateway.vertx().eventBus().publish(ADDRESS, new JsonObject().put("run", RUN).put("epoch", 1)
          .put("events", new JsonArray().add(event)));
    }
  }

  private static boolean isHead(JsonObject message) {
    return message.getString("address").equals(ADDRESS) && message.getJsonObject("body").containsKey("tail");
  }

  private static int reached(JsonObject message) {
    JsonObject body = message.getJsonObject("body");
    return body.getInteger("tail", body.getJsonArray("events", new JsonArray().add(new JsonObject()))
        .getJsonObject(0).getInteger("seq", 0));
  }

  private static void listen(BusSocket socket) {
    socket.register(ADDRESS);
    socket.ask(Tabs.PING, new JsonObject());
  }

  @Test
  void getsTheHeadOnceItReadsAgain() {
    start(Map.of());
    try (BusSocket slow = BusSocket.raw(gateway, ALICE); BusSocket fast = BusSocket.raw(gateway, ALICE)) {
      listen(slow);
      listen(fast);
      slow.socket().pause();
      publish(1, GROUPS);
      // Both are served one after the other, the slow one first.
      fast.next(message -> message.getString("address").equals(ADDRESS) && reached(message) == GROUPS);
      slow.socket().resume();
      JsonObject head = slow.next(SlowReaderIT::isHead).getJsonObject("body");
      int passed = slow.passed();
      publish(GROUPS + 1, GROUPS + 1);

      assertEquals(new JsonObject().put("run", RUN).put("epoch", 1).put("tail", GROUPS)
          .put("status", "running"), head);
      assertTrue(passed < GROUPS / 2, passed + " groups were kept for it");
      assertEquals(GROUPS + 1, reached(slow.next(message -> message.getString("address").equals(ADDRESS))));
    }
  }

  @Test
  void getsNoMoreThanItSaysToHaveReadInSockjsFrames() {
    start(Map.of("http.max-unread", "1MB"));
    try (BusSocket slow = BusSocket.framed(gateway, ALICE)) {
      listen(slow);
      publish(1, 1_000);
      JsonObject pong = slow.ask(Tabs.PING, new JsonObject());
      int passed = slow.passed();
      slow.ask(Tabs.PING, new JsonObject().put("beat", pong.getJsonObject("body").getLong("beat")));
      publish(1_001, 1_001);

      assertTrue(passed < 300, passed + " of 1000 passed");
      slow.next(message -> message.getString("address").equals(ADDRESS) && reached(message) >= 1_001);
    }
  }

  @Test
  void isCutOffWhenItStaysBehind() {
    start(Map.of("http.max-lag", "1s"));
    Promise<Object> ended = Promise.promise();
    gateway.vertx().eventBus()
        .consumer(Addresses.socketEnded("p1"), message -> ended.complete(message.body()));
    try (BusSocket slow = BusSocket.raw(gateway, ALICE)) {
      listen(slow);
      slow.socket().pause();
      publish(1, GROUPS);

      // It still reads nothing: no good-bye can have reached it.
      RunningGateway.await(ended.future());
      slow.socket().resume();
      assertEquals(1006, slow.closed());
    }
  }
}
