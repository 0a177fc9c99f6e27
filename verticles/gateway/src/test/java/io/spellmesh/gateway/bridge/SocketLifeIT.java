package io.spellmesh.gateway.bridge;

import static io.spellmesh.gateway.RunningGateway.ALICE;
import static io.spellmesh.gateway.RunningGateway.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.contract.user.Users;
import io.spellmesh.gateway.RunningGateway;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketLifeIT {
  private static final Duration AT_MOST = Duration.ofSeconds(5);

  @TempDir
  private Path keys;
  @AutoClose
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = new RunningGateway(keys, Map.of());
  }

  private static JsonObject token(String token) {
    return new JsonObject().put("token", token);
  }

  @Test
  void endsWithItsToken() {
    BusSocket socket = BusSocket.raw(gateway, gateway.token(ALICE, Duration.ofSeconds(2)));
    long opened = System.nanoTime();

    assertEquals(4401, socket.closed());
    assertTrue(System.nanoTime() - opened < AT_MOST.plusSeconds(2).toNanos());
  }

  @Test
  void endsWithItsSessionInWhateverFrames() {
    BusSocket raw = BusSocket.raw(gateway, ALICE);
    BusSocket framed = BusSocket.framed(gateway, ALICE);
    BusSocket bobs = BusSocket.raw(gateway, BOB);
    long revoked = System.nanoTime();
    gateway.member().callers().revoked(List.of(ALICE));

    assertEquals(4401, raw.closed());
    framed.closed();
    assertTrue(System.nanoTime() - revoked < AT_MOST.toNanos());
    assertTrue(bobs.isOpen());
  }

  @Test
  void goesOnWithAFreshTokenOfTheSameSession() {
    BusSocket renewed = BusSocket.raw(gateway, gateway.token(ALICE, Duration.ofSeconds(3)));
    JsonObject answer = renewed.ask(Tabs.RENEW, token(gateway.token(ALICE))).getJsonObject("body");
    BusSocket other = BusSocket.raw(gateway, gateway.token(ALICE, Duration.ofSeconds(3)));

    assertTrue(answer.getLong("expiresIn") > 500, answer.encode());
    assertEquals(4401, other.closed());
    assertEquals("rec", renewed.ask(Tabs.PING, new JsonObject()).getString("type"));
  }

  @Test
  void endsIfItIsToGoOnAsAnybodyElse() {
    BusSocket bobs = BusSocket.raw(gateway, ALICE);
    BusSocket nobodys = BusSocket.raw(gateway, ALICE);
    BusSocket another = BusSocket.raw(gateway, ALICE);
    bobs.ask(Tabs.PING, new JsonObject());
    bobs.send(Tabs.RENEW.address(), token(gateway.token(BOB)));
    nobodys.send(Tabs.RENEW.address(), token("nonsense"));
    another.send(Tabs.RENEW.address(), token(gateway.member().issuer()
        .issue(ALICE, Set.of("user"), UUID.randomUUID(), Duration.ofMinutes(5))));

    assertEquals(4403, bobs.closed());
    assertEquals(4401, nobodys.closed());
    assertEquals(4403, another.closed());
  }

  @Test
  void goesOnForAsLongAsItsApiKeyIsGood() {
    UUID key = UUID.randomUUID();
    // It says to end early, so that the next one is asked for while this one is good.
    gateway.services().answer(Users.EXCHANGE, _ -> Future.succeededFuture(new Users.AccessToken(
        gateway.member().issuer().issue(ALICE, Set.of("user"), key, Duration.ofSeconds(5)), 2)));
    BusSocket withKey = BusSocket.raw(gateway, "sm_key");
    BusSocket withToken = BusSocket.raw(gateway, gateway.token(ALICE, Duration.ofSeconds(5)));

    assertEquals(4401, withToken.closed());
    assertEquals("rec", withKey.ask(Tabs.PING, new JsonObject()).getString("type"));
    gateway.member().callers().revoked(List.of(key));
    assertEquals(4401, withKey.closed());
  }

  @Test
  void endsWhenNothingIsHeardOfIt() {
    try (RunningGateway impatient = new RunningGateway(keys, Map.of("http.socket-quiet-time", "2s"))) {
      assertEquals(1001, BusSocket.raw(impatient, ALICE).closed());
    }
  }

  @Test
  void endsWithTheProcess() {
    BusSocket socket = BusSocket.raw(gateway, ALICE);
    RunningGateway.await(gateway.undeploy());

    assertEquals(1012, socket.closed());
  }

  @Test
  void leavesNothingBehind() {
    int times = 200;
    String address = Addresses.spellOf(ALICE, UUID.randomUUID());
    AtomicInteger ended = new AtomicInteger();
    Promise<Void> all = Promise.promise();
    gateway.vertx().eventBus().consumer(Addresses.socketEnded("p1"), _ -> {
      if (ended.incrementAndGet() == times) {
        all.complete();
      }
    });
    for (int i = 0; i < times; i++) {
      BusSocket socket = i % 2 == 0 ? BusSocket.raw(gateway, ALICE) : BusSocket.framed(gateway, ALICE);
      socket.register(address);
      socket.register(address);
      socket.ask(Tabs.PING, new JsonObject());
      if (i % 3 == 0) {
        socket.writeBytes(1024 * 1024 + 1);
        socket.closed();
      }
      socket.close();
    }

    RunningGateway.await(all.future());
    assertEquals(times, ended.get());
    ReplyException nobody = (ReplyException) RunningGateway.await(gateway.vertx().eventBus()
        .request(address, new JsonObject()).<Throwable>map(_ -> new AssertionError("somebody listens"))
        .otherwise(error -> error));
    assertEquals(ReplyFailure.NO_HANDLERS, nobody.failureType());
  }
}
