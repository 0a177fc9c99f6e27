package io.spellmesh.gateway.bridge;

import static io.spellmesh.gateway.RunningGateway.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Caller;
import io.spellmesh.contract.EncodedJson;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.gateway.RunningGateway;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sockets whose questions are answered in their own process, as they are in the program. */
class BesideIT {
  private record Heard(Caller caller, String socket, Tabs.Tab tab) {}

  private static final UUID SPELL = UUID.fromString("00000000-0000-4000-8000-0000000000aa");
  private static final JsonObject TAB = new JsonObject().put("tab", "t1").put("spell", SPELL.toString());
  @TempDir
  private Path keys;
  private RunningGateway gateway;
  private BusSocket socket;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() {
    gateway = new RunningGateway(keys, Map.of());
    RunningGateway.await(gateway.member().serving().serveLocally(Tabs.CLOSE, (caller, from, tab) -> {
      heard.add(new Heard(caller, from, tab));
      return Future.succeededFuture(Nothing.NOTHING);
    }));
    RunningGateway.await(gateway.member().serving().serveLocally(Tabs.PLAY, (_, _, _) ->
        Future.failedFuture(Failure.tooMany("come back", Duration.ofSeconds(7)))));
    socket = BusSocket.raw(gateway, ALICE);
  }

  @Test
  void areAskedForWhoOpenedThemWhateverTheFrameSays() {
    JsonObject answer = socket.ask(Tabs.CLOSE, TAB);

    assertEquals(new JsonObject(), answer.getJsonObject("body"));
    assertFalse(answer.containsKey("headers"));
    assertEquals(ALICE, heard.getFirst().caller().user());
    assertNotEquals("forged", heard.getFirst().socket());
    try (BusSocket framed = BusSocket.framed(gateway, ALICE)) {
      assertEquals(new JsonObject(), framed.ask(Tabs.CLOSE, TAB).getJsonObject("body"));
    }
    assertNotEquals(heard.getFirst().socket(), heard.getLast().socket());
  }

  @Test
  void areToldWhatIsWrongAndWhenToComeBack() {
    JsonObject refused = socket.ask(Tabs.PLAY, TAB);
    assertEquals("err", refused.getString("type"));
    assertEquals(FailureCode.TOO_MANY.number(), refused.getInteger("failureCode"));
    assertEquals("RECIPIENT_FAILURE", refused.getString("failureType"));
    assertEquals("come back", refused.getString("message"));
    assertEquals(7, refused.getInteger("retryAfter"));

    assertEquals(FailureCode.BAD_REQUEST.number(),
        socket.ask(Tabs.CLOSE, new JsonObject().put("tab", "?")).getInteger("failureCode"));
    assertEquals(0, heard.size());
  }

  @Test
  void areAskedNothingOnceTheirSessionHasEnded() {
    gateway.member().callers().revoked(List.of(ALICE));

    assertEquals(FailureCode.UNAUTHENTICATED.number(), socket.ask(Tabs.CLOSE, TAB).getInteger("failureCode"));
    assertEquals(0, heard.size());
  }

  @Test
  void hearTheTextThatWasWrittenOnce() {
    String address = Addresses.spellOf(ALICE, SPELL);
    socket.register(address);
    socket.ask(Tabs.CLOSE, TAB);

    gateway.vertx().eventBus().publish(address, new EncodedJson("{\"text\":\"\u00e4\ud83d\ude00\\u0000\",\"n\":1}"));

    assertEquals(new JsonObject().put("text", "\u00e4\ud83d\ude00\0").put("n", 1),
        socket.next(frame -> address.equals(frame.getString("address"))).getJsonObject("body"));
  }

  @Test
  void registerAnAddressOnceAndAnewWhenTheyHaveLeftIt() {
    String address = Addresses.spellOf(ALICE, SPELL);
    socket.register(address);
    socket.register(address);
    assertEquals("address_already_registered", socket.refusal());

    socket.unregister(address);
    socket.register(address);
    socket.ask(Tabs.CLOSE, TAB);
    gateway.vertx().eventBus().publish(address, new JsonObject().put("n", 2));

    assertEquals(2, socket.next(frame -> address.equals(frame.getString("address")))
        .getJsonObject("body").getInteger("n"));
  }

  @AfterEach
  void stop() {
    socket.close();
    gateway.close();
  }
}
