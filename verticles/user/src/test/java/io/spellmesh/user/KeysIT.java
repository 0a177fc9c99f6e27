package io.spellmesh.user;

import static io.spellmesh.contract.Nothing.NOTHING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.user.Users;
import io.spellmesh.contract.user.Users.AccessToken;
import io.spellmesh.contract.user.Users.CreatedKey;
import io.spellmesh.contract.user.Users.Exchange;
import io.spellmesh.contract.user.Users.Key;
import io.spellmesh.contract.user.Users.KeyOf;
import io.spellmesh.contract.user.Users.NewKey;
import io.spellmesh.contract.user.Users.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysIT {
  @AutoClose
  private final UserRoom room = UserRoom.open(Map.of("users.max-keys", "3"));

  @Test
  void exchangeAgainstATokenOfTheirOwner() {
    SignedIn ada = someone();
    CreatedKey key = create(ada, "script");
    assertTrue(key.key().matches("sm_[A-Za-z0-9_-]{43}"), "256 bits in base64url");

    AccessToken token = room.ask(Users.EXCHANGE, new Exchange(key.key()));

    assertEquals(300, token.expiresIn());
    assertEquals(ada.user(), room.ask(Users.ME, token.accessToken()));
  }

  @Test
  void areListedWithoutTheSecret() {
    SignedIn ada = someone();
    CreatedKey used = create(ada, "used');--");
    CreatedKey unused = create(ada, "não usada 🔑");
    room.ask(Users.EXCHANGE, new Exchange(used.key()));
    create(someone(), "another's");

    List<Key> keys = room.ask(Users.KEY_LIST, ada.accessToken()).items();

    assertEquals(List.of(unused.id(), used.id()), keys.stream().map(Key::id).toList());
    assertEquals(List.of("não usada 🔑", "used');--"), keys.stream().map(Key::name).toList());
    assertEquals(unused.key().substring(0, 7), keys.getFirst().hint());
    assertEquals(Optional.empty(), keys.getFirst().lastUsed());
    assertTrue(keys.getLast().lastUsed().isPresent());
  }

  @Test
  void takeTheirTokensWithThemWhenTheyAreRevoked() {
    SignedIn ada = someone();
    CreatedKey key = create(ada, "leaked");
    AccessToken token = room.ask(Users.EXCHANGE, new Exchange(key.key()));

    room.ask(Users.KEY_REVOKE, new KeyOf(key.id()), ada.accessToken());

    room.awaitRefused(token.accessToken());
    assertEquals(FailureCode.UNAUTHENTICATED, room.refusal(Users.EXCHANGE, new Exchange(key.key())).code());
    assertEquals(List.of(), room.ask(Users.KEY_LIST, ada.accessToken()).items());
    assertEquals(FailureCode.NOT_FOUND,
        room.refusal(Users.KEY_REVOKE, new KeyOf(key.id()), ada.accessToken()).code());
  }

  @Test
  void areUnknownToOthers() {
    SignedIn ada = someone();
    CreatedKey key = create(ada, "mine");
    SignedIn eve = someone();

    Failure failure = room.refusal(Users.KEY_REVOKE, new KeyOf(key.id()), eve.accessToken());

    assertEquals(FailureCode.NOT_FOUND, failure.code());
    assertEquals(List.of(), room.ask(Users.KEY_LIST, eve.accessToken()).items());
    room.ask(Users.EXCHANGE, new Exchange(key.key()));
  }

  @Test
  void cannotMakeThemselvesSuccessorsNorDeleteTheAccount() {
    SignedIn ada = someone();
    String token = room.ask(Users.EXCHANGE, new Exchange(create(ada, "stolen").key())).accessToken();

    assertEquals(FailureCode.FORBIDDEN, room.refusal(Users.KEY_CREATE, new NewKey("next"), token).code());
    assertEquals(FailureCode.FORBIDDEN, room.refusal(Users.DELETE_ME, NOTHING, token).code());
    assertEquals(ada.user(), room.ask(Users.ME, ada.accessToken()));
  }

  @Test
  void endNothingByALogOut() {
    SignedIn ada = someone();
    String token = room.ask(Users.EXCHANGE, new Exchange(create(ada, "script").key())).accessToken();

    room.ask(Users.LOGOUT, token);

    assertEquals(ada.user(), room.ask(Users.ME, token));
    assertEquals(ada.user(), room.ask(Users.ME, ada.accessToken()));
  }

  @Test
  void areOnlySoMany() {
    SignedIn ada = someone();
    create(ada, "1");
    create(ada, "2");
    create(ada, "3");
    room.sql("DELETE FROM \"user\".attempt");

    assertEquals(FailureCode.CONFLICT,
        room.refusal(Users.KEY_CREATE, new NewKey("4"), ada.accessToken()).code());
  }

  @Test
  void areNotMadeAndRevokedWithoutEnd() {
    SignedIn ada = someone();
    for (int i = 0; i < 3; i++) {
      room.ask(Users.KEY_REVOKE, new KeyOf(create(ada, "loop").id()), ada.accessToken());
    }

    Failure failure = room.refusal(Users.KEY_CREATE, new NewKey("loop"), ada.accessToken());

    assertEquals(FailureCode.TOO_MANY, failure.code());
    assertFalse(failure.retryAfter().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sm_", "' OR '1'='1", "nul\u0000", "\ud800"})
  void areNotWhatIsNoKey(String text) {
    assertEquals(FailureCode.UNAUTHENTICATED, room.refusal(Users.EXCHANGE, new Exchange(text)).code());
  }

  @Test
  void areNotRefreshTokens() {
    assertEquals(FailureCode.UNAUTHENTICATED,
        room.refusal(Users.EXCHANGE, new Exchange(someone().refreshToken())).code());
  }

  private CreatedKey create(SignedIn signedIn, String name) {
    return room.ask(Users.KEY_CREATE, new NewKey(name), signedIn.accessToken());
  }

  private SignedIn someone() {
    return room.register(UUID.randomUUID() + "@example.org");
  }
}
