package io.spellmesh.kit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest {
  /** A clock that stands until it is moved. */
  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @TempDir
  Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final Hand clock = new Hand();
  private final UUID user = UUID.randomUUID();
  private final UUID session = UUID.randomUUID();
  private Callers callers;
  private TokenIssuer issuer;
  private String token;

  @BeforeEach
  void begin() {
    SigningKey key = SigningKey.load(Optional.empty(), folder);
    callers = new Callers(new TokenVerifier(vertx, key, clock), clock);
    issuer = new TokenIssuer(vertx, key, clock);
    token = issuer.issue(user, Set.of("user"), session, Duration.ofMinutes(15));
  }

  @AfterEach
  void end() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void tellsWhoIsBehindAHeader() {
    assertEquals(new Caller(user, Set.of("user"), session, token), verify(token));
    assertEquals(new Caller(user, Set.of("user"), session, token),
        callers.verify(Optional.of("bearer " + token)));
    assertEquals(clock.now.plusSeconds(900), callers.endOf(verify(token)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YTpi", "Bearer  x", "Bearer,x", "Token x"})
  void refusesEveryOtherHeader(String header) {
    Failure failure = assertThrows(Failure.class, () -> callers.verify(Optional.of(header)));

    assertEquals(FailureCode.UNAUTHENTICATED, failure.code());
  }

  @Test
  void refusesWhoSaysNothing() {
    Failure failure = assertThrows(Failure.class, () -> callers.verify(Optional.empty()));

    assertEquals(FailureCode.UNAUTHENTICATED, failure.code());
  }

  @Test
  void endsAKnownTokenAtItsEnd() {
    Caller caller = verify(token);
    clock.now = clock.now.plusSeconds(899);
    verify(token);

    clock.now = clock.now.plusSeconds(1);

    assertEquals("the access token has expired", refused(token).getMessage());
    assertThrows(Failure.class, () -> callers.endOf(caller));
  }

  @Test
  void takesARunForItsPersonWhereRunsMayAskAndNowhereElse() {
    UUID run = UUID.randomUUID();
    String ofRun = issuer.issueForRun(user, run);

    assertEquals(new Caller(user, Set.of(), run, ofRun),
        callers.verifyPersonOrRun(Optional.of("Bearer " + ofRun)));
    assertEquals(new Caller(user, Set.of("user"), session, token),
        callers.verifyPersonOrRun(Optional.of("Bearer " + token)));
    assertEquals("the access token is not valid", refused(ofRun).getMessage());

    clock.now = clock.now.plusSeconds(300);
    assertEquals("the access token has expired", assertThrows(Failure.class,
        () -> callers.verifyPersonOrRun(Optional.of("Bearer " + ofRun))).getMessage());
  }

  @Test
  void refusesTheRunsOfAUserWhoIsGone() {
    String ofRun = issuer.issueForRun(user, UUID.randomUUID());
    callers.revoked(Set.of(user));

    assertEquals(FailureCode.UNAUTHENTICATED, assertThrows(Failure.class,
        () -> callers.verifyPersonOrRun(Optional.of("Bearer " + ofRun))).code());
  }

  @Test
  void refusesARevokedSessionWhetherKnownOrNot() {
    callers.revoked(Set.of(session));
    assertEquals("the session has ended, sign in again", refused(token).getMessage());

    callers.revoked(Set.of());
    verify(token);
    callers.revoked(Set.of(UUID.randomUUID(), session));
    assertEquals("the session has ended, sign in again", refused(token).getMessage());
  }

  @Test
  void refusesEverySessionOfAUserWhoIsGone() {
    verify(token);

    callers.revoked(Set.of(user));

    assertEquals(FailureCode.UNAUTHENTICATED, refused(token).code());
  }

  @Test
  void takesRevocationsFromTheBus() throws Exception {
    BlockingQueue<Object> delivered = followRevocations();
    verify(token);

    publish(new JsonObject().put("ids", List.of(session.toString())), delivered);
    assertEquals(FailureCode.UNAUTHENTICATED, refused(token).code());

    for (Object nonsense : List.of(new JsonObject().put("ids", "all"), new JsonObject(), "no object", 7)) {
      publish(nonsense, delivered);
      assertEquals(FailureCode.UNAUTHENTICATED, refused(token).code());
    }

    publish(new JsonObject().put("ids", List.of()), delivered);
    verify(token);
  }

  /** Gives every message once the follower has had it: a later consumer on the same context comes second. */
  private BlockingQueue<Object> followRevocations() throws Exception {
    BlockingQueue<Object> delivered = new LinkedBlockingQueue<>();
    Promise<Void> following = Promise.promise();
    vertx.runOnContext(_ -> {
      Future<Void> first = Revocations.follow(vertx, callers);
      Future<Void> second = vertx.eventBus()
          .consumer(Addresses.revocations(), message -> delivered.add(message.body())).completion();
      Future.all(first, second).<Void>mapEmpty().onComplete(following);
    });
    following.future().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    return delivered;
  }

  private void publish(Object body, BlockingQueue<Object> delivered) throws Exception {
    vertx.eventBus().publish(Addresses.revocations(), body);
    assertEquals(body, delivered.poll(20, TimeUnit.SECONDS));
  }

  private Caller verify(String token) {
    return callers.verify(Optional.of("Bearer " + token));
  }

  private Failure refused(String token) {
    return assertThrows(Failure.class, () -> verify(token));
  }
}
