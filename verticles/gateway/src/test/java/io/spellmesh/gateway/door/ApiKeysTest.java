package io.spellmesh.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.user.Users;
import io.spellmesh.gateway.RunningGateway;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger exchanged = new AtomicInteger();
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final ApiKeys keys = new ApiKeys(new MeshClient(vertx), new Clock() {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return InstantSource.fixed(now).withZone(zone);
    }

    @Override
    public Instant instant() {
      return now;
    }
  });

  ApiKeysTest() {
    vertx.eventBus().<JsonObject>consumer(Users.EXCHANGE.address(), message -> {
      if (message.body().getString("apiKey").equals("sm_bad")) {
        message.reply(Failure.unauthenticated("the API key is not valid"));
      } else {
        message.reply(Wire.body(new Users.AccessToken("token-" + exchanged.incrementAndGet(), 900)));
      }
    });
  }

  private String tokenOf(String key) {
    return RunningGateway.await(keys.tokenOf(key));
  }

  @Test
  void asksOnceForMany() {
    Future<String> first = keys.tokenOf("sm_a");
    Future<String> second = keys.tokenOf("sm_a");

    assertEquals("token-1", RunningGateway.await(first));
    assertEquals("token-1", RunningGateway.await(second));
    assertEquals("token-1", tokenOf("sm_a"));
    assertEquals("token-2", tokenOf("sm_b"));
  }

  @Test
  void asksAgainBeforeTheTokenEnds() {
    tokenOf("sm_a");
    now = now.plusSeconds(839);
    assertEquals("token-1", tokenOf("sm_a"));

    now = now.plusSeconds(2);

    assertEquals("token-2", tokenOf("sm_a"));
  }

  @Test
  void keepsNoFailures() {
    assertThrows(Failure.class, () -> tokenOf("sm_bad"));
    assertThrows(Failure.class, () -> tokenOf("sm_bad"));
    assertThrows(Failure.class, () -> tokenOf("sm_" + "a".repeat(1000)));
    assertEquals(0, exchanged.get());
  }

  @Test
  void forgetsWhatWasRefused() {
    tokenOf("sm_a");

    keys.forget("sm_a");

    assertEquals("token-2", tokenOf("sm_a"));
  }

  @AfterEach
  void close() {
    RunningGateway.await(vertx.close());
  }
}
