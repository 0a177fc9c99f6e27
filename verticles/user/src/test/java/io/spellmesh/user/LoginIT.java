package io.spellmesh.user;

import static io.spellmesh.user.UserRoom.PASSWORD;
import static io.spellmesh.user.UserRoom.login;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.user.Users;
import io.spellmesh.contract.user.Users.Login;
import io.spellmesh.contract.user.Users.SignedIn;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginIT {
  @AutoClose
  private final UserRoom room = UserRoom.open();

  @Test
  void opensANewSessionWhateverTheCaseOfTheAddress() {
    SignedIn registered = room.register("ada@example.org");

    SignedIn again = room.ask(Users.LOGIN, login("ADA@Example.Org", PASSWORD, "127.0.0.1"));

    assertEquals(registered.user(), again.user());
    assertNotEquals(registered.refreshToken(), again.refreshToken());
    assertEquals(2, room.ask(Users.SESSIONS, again.accessToken()).items().size());
  }

  @Test
  void tellsAWrongPasswordAndAnUnknownAddressInTheSameWords() {
    room.register("grace@example.org");

    Failure wrong = room.refusal(Users.LOGIN, login("grace@example.org", "wrong horse", "203.0.113.1"));
    Failure unknown = room.refusal(Users.LOGIN, login("nobody@example.org", "wrong horse", "203.0.113.2"));

    assertEquals(FailureCode.UNAUTHENTICATED, wrong.code());
    assertEquals(wrong.code(), unknown.code());
    assertEquals(wrong.getMessage(), unknown.getMessage());
    assertEquals(wrong.retryAfter(), unknown.retryAfter());
  }

  /** Printed and not judged: how long a guess takes says more of the machine than of the code. */
  @Test
  void takesAsLongForAnUnknownAddressAsForAWrongPassword() {
    room.register("timed@example.org");
    int rounds = 20;
    long[] wrong = new long[rounds];
    long[] unknown = new long[rounds];

    for (int i = 0; i < rounds; i++) {
      wrong[i] = guess("timed@example.org", i);
      unknown[i] = guess("untimed@example.org", i);
      room.sql("DELETE FROM \"user\".attempt");
    }

    System.out.printf("log-in refused: wrong password %d us, unknown address %d us%n", median(wrong),
        median(unknown));
  }

  private static long median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1000;
  }

  private long guess(String email, int n) {
    long start = System.nanoTime();
    assertEquals(FailureCode.UNAUTHENTICATED,
        room.refusal(Users.LOGIN, login(email, "wrong " + n, "192.0.2." + n)).code());
    return System.nanoTime() - start;
  }

  @ParameterizedTest
  @ValueSource(strings = {"' OR 1=1 --", "a@b' UNION SELECT '", "%", "", "nul\u0000", "\ud800",
      "not an address"})
  void findsNobodyByWhatIsNoAddress(String email) {
    room.register("someone-" + Integer.toHexString(email.hashCode()) + "@example.org");

    assertEquals(FailureCode.UNAUTHENTICATED,
        room.refusal(Users.LOGIN, new Login(email, PASSWORD, Optional.empty())).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"' OR '1'='1", "", "%"})
  void opensNothingByAPasswordThatLooksLikeSql(String password) {
    String email = "sql-" + Integer.toHexString(password.hashCode()) + "@example.org";
    room.register(email);

    assertEquals(FailureCode.UNAUTHENTICATED,
        room.refusal(Users.LOGIN, login(email, password, "127.0.0.1")).code());
  }

  @Test
  void logsInManyPeopleAtOnce() {
    try (UserRoom busy = UserRoom.open()) {
      List<Future<SignedIn>> registrations = IntStream.range(0, 30)
          .mapToObj(i -> busy.asking(Users.REGISTER, UserRoom.registration("u" + i + "@example.org")))
          .toList();
      Waiting.await(Future.all(registrations));

      List<Future<SignedIn>> logins = IntStream.range(0, 30)
          .mapToObj(i -> busy.asking(Users.LOGIN, login("u" + i + "@example.org", PASSWORD, "192.0.2.9")))
          .toList();
      Waiting.await(Future.all(logins));
      assertEquals(60, busy.sql("SELECT FROM \"user\".session").size());
    }
  }
}
