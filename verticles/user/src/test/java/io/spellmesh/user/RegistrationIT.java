package io.spellmesh.user;

import static io.spellmesh.user.UserRoom.PASSWORD;
import static io.spellmesh.user.UserRoom.registration;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.user.Users;
import io.spellmesh.contract.user.Users.Account;
import io.spellmesh.contract.user.Users.Login;
import io.spellmesh.contract.user.Users.Register;
import io.spellmesh.contract.user.Users.SignedIn;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationIT {
  @AutoClose
  private final UserRoom room = UserRoom.open(Map.of("users.signups", "3"));

  @Test
  void makesAnAccountThatIsSignedIn() {
    SignedIn ada = room.ask(Users.REGISTER,
        new Register("Ada@Example.org", PASSWORD, Optional.of("Ada"), Optional.of("127.0.0.1")));

    Account me = room.ask(Users.ME, ada.accessToken());
    assertEquals(ada.user(), me);
    assertEquals("ada@example.org", me.email());
    assertEquals(Optional.of("Ada"), me.name());
    assertEquals(15 * 60, ada.expiresIn());
  }

  @Test
  void makesNobodyAnAdministrator() {
    assertEquals(Set.of("user"), room.register("first@example.org").user().roles());
  }

  @Test
  void refusesAnAddressThatIsTakenInAnotherCase() {
    room.register("grace@example.org");

    Failure failure = room.refusal(Users.REGISTER, registration("GRACE@example.ORG"));

    assertEquals(FailureCode.CONFLICT, failure.code());
    assertEquals("there is an account with the email 'grace@example.org'", failure.getMessage());
  }

  @Test
  void refusesTheAddressOfTheProgramsOwner() {
    assertEquals(FailureCode.CONFLICT,
        room.refusal(Users.REGISTER, registration("Owner@Spellmesh.LOCAL")).code());
  }

  @Test
  void refusesWhereNobodyMayRegister() {
    try (UserRoom closed = UserRoom.open(Map.of("users.signup", "closed"))) {
      assertEquals(FailureCode.FORBIDDEN,
          closed.refusal(Users.REGISTER, registration("a@example.org")).code());
      assertEquals(0, closed.sql("SELECT FROM \"user\".account").size());
    }
  }

  @ParameterizedTest
  @CsvSource({"no-at-sign, correct horse battery", "two@at@signs, correct horse battery", "a@b, seven77"})
  void refusesWhatIsNoAddressOrTooShort(String email, String password) {
    Failure failure = asAnyoneMaySend(email, password);

    assertEquals(FailureCode.BAD_REQUEST, failure.code());
    assertFalse(failure.getMessage().contains(password), failure.getMessage());
  }

  @Test
  void refusesAPasswordOf4KilobytesWithoutHashingIt() {
    Failure failure = asAnyoneMaySend("long@example.org", "x".repeat(4096));

    assertEquals(FailureCode.BAD_REQUEST, failure.code());
    assertTrue(failure.getMessage().contains("4096"), failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jürgen@bücher.example", "用户@例え.jp", "😀@example.org",
      "o'hara@example.org", "x');drop/**/table\"user\".account;--@example.org",
      "$1@example.org", "\\@example.org"})
  void takesAddressesOfAllScriptsAndThoseThatLookLikeSql(String email) {
    SignedIn registered = room.register(email);

    assertEquals(registered.user(), room.login(email).user());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pässwörter sind schön", "密码密码密码密码", "🔑🔑🔑🔑🔑🔑🔑🔑", "' OR '1'='1' --",
      "nul\u0000inside", "half \ud83d of a pair"})
  void takesPasswordsOfAnyKind(String password) {
    String email = "p" + Integer.toHexString(password.hashCode()) + "@example.org";
    room.ask(Users.REGISTER, new Register(email, password, Optional.empty(), Optional.empty()));

    room.ask(Users.LOGIN, new Login(email, password, Optional.empty()));
    assertEquals(FailureCode.UNAUTHENTICATED,
        room.refusal(Users.LOGIN, new Login(email, password + " ", Optional.empty())).code());
  }

  @Test
  void takesAPasswordHoweverItsUmlautIsSpelled() {
    room.ask(Users.REGISTER,
        new Register("spelled@example.org", "schl\u00fcssel", Optional.empty(), Optional.empty()));

    room.ask(Users.LOGIN, new Login("spelled@example.org", "schlu\u0308ssel", Optional.empty()));
  }

  @Test
  void countsPasswordsBeyond16BitsAsPeopleDo() {
    room.ask(Users.REGISTER,
        new Register("keys@example.org", "🔑".repeat(128), Optional.empty(), Optional.empty()));

    room.ask(Users.LOGIN, new Login("keys@example.org", "🔑".repeat(128), Optional.empty()));
    assertEquals(FailureCode.BAD_REQUEST, asAnyoneMaySend("few@example.org", "🔑".repeat(7)).code());
  }

  @Test
  void limitsRegistrationsFromOneAddressEvenWhereTheyFail() {
    for (int i = 0; i < 3; i++) {
      room.asking(Users.REGISTER, from("198.51.100.7", "same@example.org")).otherwiseEmpty()
          .toCompletionStage().toCompletableFuture().join();
    }

    Failure failure = room.refusal(Users.REGISTER, from("198.51.100.7", "other@example.org"));

    assertEquals(FailureCode.TOO_MANY, failure.code());
    assertTrue(failure.retryAfter().orElseThrow().toMinutes() >= 58, failure.retryAfter().toString());
    room.ask(Users.REGISTER, from("198.51.100.8", "other@example.org"));
  }

  @Test
  void limitsAWholeIpv6NetworkAsOneAddress() {
    for (int i = 0; i < 3; i++) {
      room.ask(Users.REGISTER, from("2001:db8:1:2::" + i, "v6-" + i + "@example.org"));
    }

    assertEquals(FailureCode.TOO_MANY,
        room.refusal(Users.REGISTER, from("2001:db8:1:2:ffff::1", "v6-x@example.org")).code());
  }

  @Test
  void doesNotLimitThisMachine() {
    for (int i = 0; i < 5; i++) {
      room.register("local-" + i + "@example.org");
    }
  }

  private static Register from(String address, String email) {
    return new Register(email, PASSWORD, Optional.empty(), Optional.of(address));
  }

  /** Past the record's own checks, which the sender's side would stumble over. */
  private Failure asAnyoneMaySend(String email, String password) {
    JsonObject body = new JsonObject().put("email", email).put("password", password);
    return Waiting.failureOf(
        room.member().vertx().eventBus().request(Users.REGISTER.address(), body));
  }
}
