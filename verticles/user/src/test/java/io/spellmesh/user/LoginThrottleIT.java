package io.spellmesh.user;

import static io.spellmesh.user.UserRoom.PASSWORD;
import static io.spellmesh.user.UserRoom.login;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.user.Users;
import io.spellmesh.contract.user.Users.SignedIn;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LoginThrottleIT {
  private static final String EMAIL = "victim@example.org";

  @AutoClose
  private final UserRoom room = UserRoom.open();

  @Test
  void refusesAnAddressAfterTenFailuresEvenWithTheRightPassword() {
    room.register(EMAIL);
    fail(10, "127.0.0.1");

    Failure failure = room.refusal(Users.LOGIN, login(EMAIL, PASSWORD, "127.0.0.1"));

    assertEquals(FailureCode.TOO_MANY, failure.code());
    long minutes = failure.retryAfter().orElseThrow().toSeconds();
    assertTrue(minutes > 13 * 60 && minutes <= 15 * 60, failure.retryAfter().toString());
  }

  @Test
  void refusesAnAddressThatTriesManyAccounts() {
    for (int i = 0; i < 10; i++) {
      guess("someone-" + i + "@example.org", "192.0.2.1");
    }

    assertEquals(FailureCode.TOO_MANY,
        room.refusal(Users.LOGIN, login("another@example.org", "wrong", "192.0.2.1")).code());
  }

  @Test
  void refusesManyAddressesThatTryOneAccountButNotTheAddressItsOwnerComesFrom() {
    room.register(EMAIL);
    for (int i = 0; i < 10; i++) {
      guess(EMAIL, "192.0.2." + i);
    }

    assertEquals(FailureCode.TOO_MANY,
        room.refusal(Users.LOGIN, login(EMAIL, PASSWORD, "192.0.2.200")).code());
    assertEquals(EMAIL, room.login(EMAIL).user().email());
  }

  @Test
  void refusesUnknownAccountsLikeKnownOnes() {
    for (int i = 0; i < 10; i++) {
      guess("nobody@example.org", "192.0.2." + i);
    }

    assertEquals(FailureCode.TOO_MANY,
        room.refusal(Users.LOGIN, login("nobody@example.org", "wrong", "192.0.2.200")).code());
  }

  @Test
  void forgetsFailuresOfWhoeverThenLogsIn() {
    room.register(EMAIL);
    fail(9, "127.0.0.1");
    room.login(EMAIL);
    fail(9, "127.0.0.1");

    assertEquals(EMAIL, room.login(EMAIL).user().email());
  }

  @Test
  void doesNotForgetFailuresAtOtherAccountsWhenOneLogsIn() {
    room.register(EMAIL);
    for (int i = 0; i < 9; i++) {
      guess("other-" + i + "@example.org", "127.0.0.1");
    }
    room.login(EMAIL);
    guess("other@example.org", "127.0.0.1");

    assertEquals(FailureCode.TOO_MANY, room.refusal(Users.LOGIN, login(EMAIL, PASSWORD, "127.0.0.1")).code());
  }

  @Test
  void letsInAgainWhenTheFailuresAreOld() {
    room.register(EMAIL);
    fail(10, "127.0.0.1");

    room.sql("UPDATE \"user\".attempt SET at = at - interval '15 minutes'");

    assertEquals(EMAIL, room.login(EMAIL).user().email());
  }

  @Test
  void countsGuessesMadeAtOnceInTwoProcesses() {
    room.register(EMAIL);
    try (UserRoom other = room.another(Map.of())) {
      List<Future<SignedIn>> guesses = IntStream.range(0, 40)
          .mapToObj(i -> (i % 2 == 0 ? room : other)
              .asking(Users.LOGIN, login(EMAIL, "wrong " + i, "127.0.0.1")))
          .toList();
      Waiting.await(Future.join(guesses).otherwiseEmpty());

      List<FailureCode> codes = guesses.stream().map(guess -> ((Failure) guess.cause()).code()).toList();
      assertEquals(10, codes.stream().filter(FailureCode.UNAUTHENTICATED::equals).count(), codes.toString());
      assertEquals(30, codes.stream().filter(FailureCode.TOO_MANY::equals).count(), codes.toString());
    }
  }

  private void fail(int times, String address) {
    for (int i = 0; i < times; i++) {
      guess(EMAIL, address);
    }
  }

  private void guess(String email, String address) {
    assertEquals(FailureCode.UNAUTHENTICATED,
        room.refusal(Users.LOGIN, login(email, "wrong horse", address)).code());
  }
}
