package io.spellmesh.user;

import static io.spellmesh.contract.Nothing.NOTHING;
import static io.spellmesh.user.UserRoom.PASSWORD;
import static io.spellmesh.user.UserRoom.login;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.user.Users;
import io.spellmesh.contract.user.Users.Exchange;
import io.spellmesh.contract.user.Users.NewKey;
import io.spellmesh.contract.user.Users.Refresh;
import io.spellmesh.contract.user.Users.SignedIn;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletionIT {
  @AutoClose
  private final UserRoom room = UserRoom.open();

  @Test
  void takesEverythingOfTheAccountAndEndsAllItsTokens() {
    SignedIn ada = room.register("ada@example.org");
    SignedIn elsewhere = room.login("ada@example.org");
    String key = room.ask(Users.KEY_CREATE, new NewKey("script"), ada.accessToken()).key();
    String keyToken = room.ask(Users.EXCHANGE, new Exchange(key)).accessToken();

    room.ask(Users.DELETE_ME, ada.accessToken());

    List.of(ada.accessToken(), elsewhere.accessToken(), keyToken).forEach(room::awaitRefused);
    assertEquals(FailureCode.UNAUTHENTICATED,
        room.refusal(Users.REFRESH, new Refresh(elsewhere.refreshToken())).code());
    assertEquals(FailureCode.UNAUTHENTICATED, room.refusal(Users.EXCHANGE, new Exchange(key)).code());
    assertEquals(FailureCode.UNAUTHENTICATED,
        room.refusal(Users.LOGIN, login("ada@example.org", PASSWORD, "127.0.0.1")).code());
    for (String table : List.of("session", "api_key", "known_address")) {
      assertEquals(0,
          room.sql("SELECT FROM \"user\"." + table + " WHERE account = $1", ada.user().id()).size());
    }
  }

  @Test
  void leavesTheAddressFreeForANewAccountThatIsNotTheOldOne() {
    SignedIn old = room.register("again@example.org");
    room.ask(Users.DELETE_ME, old.accessToken());

    SignedIn next = room.register("again@example.org");

    assertNotEquals(old.user().id(), next.user().id());
    assertEquals(next.user(), room.ask(Users.ME, next.accessToken()));
  }

  @Test
  void isNotPossibleFromASessionThatHasEnded() {
    SignedIn ada = room.register("ended@example.org");
    room.sql("DELETE FROM \"user\".session WHERE account = $1", ada.user().id());

    assertEquals(FailureCode.FORBIDDEN, room.refusal(Users.DELETE_ME, NOTHING, ada.accessToken()).code());
    assertEquals(FailureCode.FORBIDDEN,
        room.refusal(Users.KEY_CREATE, new NewKey("late"), ada.accessToken()).code());
  }

  @Test
  void isPublishedAtOnceAndAgainByTheTimerWithAllOthers() {
    try (UserRoom other = room.another(Map.of())) {
      SignedIn ada = room.register("published@example.org");
      Promise<Void> here = expect(room, ada);
      Promise<Void> elsewhere = expect(other, ada);

      room.ask(Users.DELETE_ME, ada.accessToken());

      Waiting.await(here.future());
      Waiting.await(elsewhere.future());
    }
  }

  @Test
  void isForgottenWhenNoTokenOfTheAccountCanBeAlive() {
    SignedIn ada = room.register("forgotten@example.org");
    room.ask(Users.DELETE_ME, ada.accessToken());

    assertTrue(room.sql("""
        SELECT FROM "user".revocation
        WHERE id = $1 AND until BETWEEN now() + interval '15 minutes' AND now() + interval '17 minutes'""",
        ada.user().id()).size() == 1);
  }

  private static Promise<Void> expect(UserRoom where, SignedIn gone) {
    Promise<Void> heard = Promise.promise();
    where.member().vertx().eventBus().<JsonObject>consumer(Addresses.revocations(), message -> {
      if (message.body().getJsonArray("ids").contains(gone.user().id().toString())) {
        heard.tryComplete();
      }
    });
    return heard;
  }
}
