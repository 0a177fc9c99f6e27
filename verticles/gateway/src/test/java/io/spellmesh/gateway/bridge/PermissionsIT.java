package io.spellmesh.gateway.bridge;

import static io.spellmesh.gateway.RunningGateway.ALICE;
import static io.spellmesh.gateway.RunningGateway.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.gateway.RunningGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionsIT {
  private static final UUID SPELL = UUID.fromString("00000000-0000-4000-8000-0000000000aa");
  private static final String OWN = Addresses.spellOf(ALICE, SPELL);
  private static RunningGateway gateway;
  private static TabStandIn tabs;

  private BusSocket socket;

  @BeforeAll
  static void start(@TempDir Path keys) {
    gateway = new RunningGateway(keys, Map.of());
    tabs = new TabStandIn(gateway.vertx());
  }

  @BeforeEach
  void open() {
    socket = BusSocket.raw(gateway, ALICE);
  }

  @Test
  void hearsItsOwnAddressesAndNoHeader() {
    for (String address : List.of(OWN, Addresses.userOf(ALICE))) {
      socket.register(address);
      socket.ask(Tabs.OPEN, new JsonObject());
      gateway.vertx().eventBus().publish(address, new JsonObject().put("n", 1),
          new DeliveryOptions().addHeader("authorization", "Bearer inside"));

      assertEquals(new JsonObject().put("type", "rec").put("address", address)
          .put("body", new JsonObject().put("n", 1)), socket.next(_ -> true));
    }
  }

  @Test
  void hearsNothingElseHoweverItIsSpelled() {
    String user = ALICE.toString();
    List<String> others = List.of(Addresses.spellOf(BOB, SPELL), Addresses.userOf(BOB), OWN.toUpperCase(),
        OWN + ".", OWN + " ", " " + OWN, OWN.replace("-", "%2d"), OWN.replace('a', '\u0430'), OWN + "\u0000",
        OWN.substring(0, OWN.length() - 1) + "A", OWN + "x".repeat(201 - OWN.length()),
        OWN.replace("0000", "0"), Addresses.userOf(ALICE) + ".", Addresses.userOf(ALICE) + ".spell.",
        Addresses.userOf(ALICE) + ".spell.*",
        "spellmesh.user.*", "*", "", "#", "spellmesh.user." + user + "." + SPELL,
        "spellmesh.user." + user + ".agent." + SPELL, Addresses.revocations(), Addresses.socketEnded("p1"),
        Tabs.OPEN.address(), Spells.GET.address(), "__vertx.reply.1", "__vertx.circuit-breaker");
    for (String other : others) {
      socket.register(other);
      assertTrue(Set.of("rejected", "access_denied").contains(socket.refusal()), other);
    }
    socket.write(new JsonObject().put("type", "register").put("address", new JsonObject().put("a", OWN)));
    assertEquals("rejected", socket.refusal());
  }

  @Test
  void asksTabsAndNothingElse() {
    List<String> others = List.of(Spells.GET.address(), Runner.START.address(), "spellmesh.user.exchange",
        Addresses.spellOf(BOB, SPELL), OWN, Addresses.userOf(ALICE), Addresses.revocations(),
        Addresses.socketEnded("p1"), Runner.START.on("p1").address(), "__vertx.reply.1",
        "__vertx.reply." + UUID.randomUUID(), UUID.randomUUID().toString(), "", "spellmesh.tab",
        "spellmesh.tab.", "spellmesh.tab.*", Tabs.OPEN.address() + ".", Tabs.OPEN.address().toUpperCase(),
        Tabs.OPEN.address() + "\u0000", " " + Tabs.OPEN.address());
    for (String other : others) {
      socket.send(other, new JsonObject());
      assertTrue(Set.of("rejected", "access_denied").contains(socket.refusal()), other);
    }
    TabAddresses.ALL.forEach(address -> {
      socket.write(new JsonObject().put("type", "publish").put("address", address));
      assertEquals("rejected", socket.refusal());
    });
    assertEquals(0, gateway.services().asked(Spells.GET));
  }

  @Test
  void asksAsWhoeverOpenedItWhateverTheFrameSays() {
    assertEquals("spellmesh.tab.open", answered(Tabs.OPEN));
    assertEquals("spellmesh.tab.run", answered(Tabs.RUN));
    assertEquals("spellmesh.tab.since", answered(Tabs.SINCE));
    assertEquals(3, tabs.heard().size());
    tabs.heard().forEach(heard -> {
      assertEquals(Set.of("authorization", "socket"), heard.headers().names());
      assertEquals(1, heard.headers().getAll("authorization").size());
      assertEquals(ALICE, gateway.member().callers()
          .verify(Optional.of(heard.headers().get("authorization"))).user());
      assertFalse(heard.headers().get("socket").equals("forged"));
    });
    assertEquals(1, tabs.heard().stream().map(heard -> heard.headers().get("socket")).distinct().count());
  }

  @Test
  void losesNothingThatIsSaidOnceATabIsOpen() {
    for (int i = 0; i < 50; i++) {
      String address = Addresses.spellOf(ALICE, new UUID(i, i));
      socket.register(address);
      socket.ask(Tabs.OPEN, new JsonObject());
      gateway.vertx().eventBus().publish(address, new JsonObject().put("n", i));

      assertEquals(i, socket.next(message -> message.getString("address").equals(address))
          .getJsonObject("body").getInteger("n"));
    }
  }

  @Test
  void hasAnEndToRegistrations() {
    for (int i = 0; i < 300; i++) {
      socket.register(Addresses.spellOf(ALICE, new UUID(i, i)));
    }
    for (int i = 0; i < 100; i++) {
      assertTrue(Set.of("rejected", "max_handlers_reached").contains(socket.refusal()));
    }
    socket.unregister(Addresses.spellOf(ALICE, new UUID(1, 1)));
    socket.register(Addresses.spellOf(ALICE, new UUID(1, 1)));
    assertEquals("pong", answered());
  }

  @Test
  void outlivesFramesThatSayNothing() {
    for (String frame : List.of("null", "[]", "7", "\"x\"", "{", "{}", "{\"type\":\"send\"}", "",
        "{\"type\":7,\"address\":{}}", "{\"type\":\"register\",\"address\":null}", "\u0000",
        "{\"type\":\"send\",\"address\":\"spellmesh.tab.ping\",\"headers\":7,\"body\":[]}",
        "[".repeat(5_000))) {
      socket.socket().writeTextMessage(frame);
      assertEquals("pong", answered(), frame);
    }
  }

  @Test
  void takesFramesOfUpToOneMegabyte() {
    String large = "x".repeat(1_000_000);
    assertEquals("spellmesh.tab.update",
        socket.ask(Tabs.UPDATE, new JsonObject().put("x", large)).getJsonObject("body").getString("heard"));

    socket.writeBytes(1024 * 1024 + 1);
    assertTrue(Set.of(1002, 1006, 1009).contains(socket.closed()));
    try (BusSocket inPieces = BusSocket.raw(gateway, ALICE)) {
      inPieces.socket().writeFrame(WebSocketFrame.textFrame(large, false));
      inPieces.socket().writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer(large), false));
      assertEquals(1002, inPieces.closed());
    }
  }

  @Test
  void hearsNothingMoreOfWhatItHasLeft() {
    socket.register(OWN);
    socket.unregister(OWN);
    socket.ask(Tabs.OPEN, new JsonObject());
    gateway.vertx().eventBus().publish(OWN, new JsonObject());
    socket.register(Addresses.userOf(ALICE));
    socket.ask(Tabs.OPEN, new JsonObject());
    gateway.vertx().eventBus().publish(Addresses.userOf(ALICE), new JsonObject());

    assertEquals(Addresses.userOf(ALICE), socket.next(_ -> true).getString("address"));
  }

  private String answered(Operation<?, ?> operation) {
    return socket.ask(operation, new JsonObject()).getJsonObject("body").getString("heard");
  }

  private String answered() {
    return socket.ask(Tabs.PING, new JsonObject()).getJsonObject("body").containsKey("beat") ? "pong" : "";
  }

  @AfterEach
  void close() {
    tabs.heard().clear();
    socket.close();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }
}
