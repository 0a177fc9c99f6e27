package io.spellmesh.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.user.Users;
import io.spellmesh.contract.user.Users.Refresh;
import io.spellmesh.contract.user.Users.SignedIn;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefreshIT {
  @AutoClose
  private final UserRoom room = UserRoom.open();

  @Test
  void givesAFreshPairOfTheSameSession() {
    SignedIn first = someone();

    SignedIn second = refresh(first);

    assertEquals(first.user(), second.user());
    assertNotEquals(first.refreshToken(), second.refreshToken());
    assertEquals(1, room.ask(Users.SESSIONS, second.accessToken()).items().size());
    assertTrue(room.ask(Users.SESSIONS, second.accessToken()).items().getFirst().current());
  }

  @Test
  void goesOnFromTokenToToken() {
    SignedIn last = someone();
    for (int i = 0; i < 5; i++) {
      last = refresh(last);
    }

    assertEquals(last.user(), room.ask(Users.ME, last.accessToken()));
  }

  @Test
  void givesAFreshPairForATokenSpentAMomentAgo() {
    SignedIn first = someone();
    SignedIn oneTab = refresh(first);
    SignedIn otherTab = refresh(first);

    assertNotEquals(oneTab.refreshToken(), otherTab.refreshToken());
    assertEquals(first.user(), refresh(oneTab).user());
    assertEquals(first.user(), refresh(otherTab).user());
  }

  @Test
  void endsTheSessionWhenASpentTokenComesLater() {
    SignedIn first = someone();
    SignedIn second = refresh(first);
    later(11);

    assertRefused(first.refreshToken());

    assertRefused(second.refreshToken());
    room.awaitRefused(second.accessToken());
    room.awaitRefused(first.accessToken());
  }

  @Test
  void leavesThePersonsOtherSessionsAloneWhenOneIsStolen() {
    SignedIn stolen = someone();
    SignedIn other = room.login(stolen.user().email());
    refresh(stolen);
    later(11);

    assertRefused(stolen.refreshToken());

    room.awaitRefused(stolen.accessToken());
    assertEquals(other.user(), room.ask(Users.ME, other.accessToken()));
    refresh(other);
  }

  @Test
  void refusesATokenThatLayTooLong() {
    SignedIn first = someone();
    room.sql("UPDATE \"user\".refresh_token SET created = created - interval '30 days'");

    assertRefused(first.refreshToken());
  }

  @Test
  void refusesATokenOfASessionThatHasEnded() {
    SignedIn first = someone();
    room.ask(Users.LOGOUT, first.accessToken());

    assertRefused(first.refreshToken());
  }

  @Test
  void doesNotTakeOneKindOfTokenForAnother() {
    SignedIn first = someone();

    assertRefused(first.accessToken());
    assertEquals(FailureCode.UNAUTHENTICATED,
        room.refusal(Users.ME, Nothing.NOTHING, first.refreshToken()).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "' OR '1'='1", "nul\u0000", "\ud800"})
  void refusesWhatIsNoToken(String text) {
    assertRefused(text);
  }

  @Test
  void givesEveryParallelTabAPairOfItsOwnInWhateverProcess() {
    SignedIn first = someone();
    try (UserRoom other = room.another(Map.of())) {
      List<Future<SignedIn>> tabs = refreshAtOnce(first, other);
      Waiting.await(Future.all(tabs));

      assertEquals(tabs.size(), tabs.stream().map(tab -> tab.result().refreshToken()).distinct().count());
      tabs.forEach(tab -> refresh(tab.result()));
    }
  }

  @Test
  void letsOneOfManyWinWhereThereIsNoGraceAndThenEndsTheSession() {
    Map<String, String> noGrace = Map.of("auth.refresh-grace", "0s");
    try (UserRoom strict = UserRoom.open(noGrace); UserRoom other = strict.another(noGrace)) {
      SignedIn first = strict.register("race@example.org");
      List<Future<SignedIn>> thieves = IntStream.range(0, 10)
          .mapToObj(i -> (i % 2 == 0 ? strict : other)
              .asking(Users.REFRESH, new Refresh(first.refreshToken())))
          .toList();
      Waiting.await(Future.join(thieves).otherwiseEmpty());

      List<SignedIn> won = thieves.stream().filter(Future::succeeded).map(Future::result).toList();
      assertEquals(1, won.size());
      Failure failure = strict.refusal(Users.REFRESH, new Refresh(won.getFirst().refreshToken()));
      assertEquals(FailureCode.UNAUTHENTICATED, failure.code());
      strict.awaitRefused(won.getFirst().accessToken());
      other.awaitRefused(won.getFirst().accessToken());
    }
  }

  private List<Future<SignedIn>> refreshAtOnce(SignedIn first, UserRoom other) {
    return IntStream.range(0, 10)
        .mapToObj(i -> (i % 2 == 0 ? room : other).asking(Users.REFRESH, new Refresh(first.refreshToken())))
        .toList();
  }

  private SignedIn someone() {
    return room.register(UUID.randomUUID() + "@example.org");
  }

  private SignedIn refresh(SignedIn signedIn) {
    return room.ask(Users.REFRESH, new Refresh(signedIn.refreshToken()));
  }

  private void assertRefused(String refreshToken) {
    Failure failure = room.refusal(Users.REFRESH, new Refresh(refreshToken));
    assertEquals(FailureCode.UNAUTHENTICATED, failure.code());
    assertEquals("the session has ended, sign in again", failure.getMessage());
  }

  private void later(int seconds) {
    room.sql("UPDATE \"user\".refresh_token SET spent = spent - make_interval(secs => $1)", (double) seconds);
  }
}
