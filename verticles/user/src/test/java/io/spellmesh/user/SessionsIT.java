package io.spellmesh.user;

import static io.spellmesh.contract.Nothing.NOTHING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.user.Users;
import io.spellmesh.contract.user.Users.Refresh;
import io.spellmesh.contract.user.Users.Session;
import io.spellmesh.contract.user.Users.SessionOf;
import io.spellmesh.contract.user.Users.SignedIn;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsIT {
  @AutoClose
  private final UserRoom room = UserRoom.open();

  @Test
  void listsThePersonsOwnAndMarksTheCurrentOne() {
    SignedIn first = someone();
    SignedIn second = room.login(first.user().email());
    someone();

    List<Session> items = room.ask(Users.SESSIONS, second.accessToken()).items();

    assertEquals(2, items.size());
    assertEquals(List.of(true, false), items.stream().map(Session::current).toList());
    assertTrue(!items.getFirst().lastUsed().isBefore(items.getLast().lastUsed()), items.toString());
  }

  @Test
  void endsWithALogOut() {
    SignedIn ada = someone();
    SignedIn elsewhere = room.login(ada.user().email());

    room.ask(Users.LOGOUT, ada.accessToken());

    room.awaitRefused(ada.accessToken());
    assertEquals(ada.user(), room.ask(Users.ME, elsewhere.accessToken()));
    assertEquals(FailureCode.UNAUTHENTICATED, room.refusal(Users.LOGOUT, NOTHING, ada.accessToken()).code());
  }

  @Test
  void endsFromAnotherSession() {
    SignedIn lost = someone();
    UUID lostSession = current(lost);
    SignedIn here = room.login(lost.user().email());

    room.ask(Users.SESSION_END, new SessionOf(lostSession), here.accessToken());

    room.awaitRefused(lost.accessToken());
    assertEquals(FailureCode.UNAUTHENTICATED,
        room.refusal(Users.REFRESH, new Refresh(lost.refreshToken())).code());
    assertEquals(1, room.ask(Users.SESSIONS, here.accessToken()).items().size());
  }

  @Test
  void isUnknownToOthers() {
    SignedIn ada = someone();
    SignedIn eve = someone();
    UUID session = current(ada);
    UUID nobodys = UUID.randomUUID();

    Failure foreign = room.refusal(Users.SESSION_END, new SessionOf(session), eve.accessToken());
    Failure unknown = room.refusal(Users.SESSION_END, new SessionOf(nobodys), eve.accessToken());

    assertEquals(FailureCode.NOT_FOUND, foreign.code());
    assertEquals(unknown.getMessage().replace(nobodys.toString(), session.toString()), foreign.getMessage());
    assertEquals(ada.user(), room.ask(Users.ME, ada.accessToken()));
  }

  @Test
  void isRefusedInAnotherProcessToo() {
    try (UserRoom other = room.another(Map.of())) {
      SignedIn ada = someone();
      assertEquals(ada.user(), other.ask(Users.ME, ada.accessToken()));

      room.ask(Users.LOGOUT, ada.accessToken());

      // Not clustered: the other process hears it from its own timer, as if the first word had been lost.
      other.awaitRefused(ada.accessToken());
    }
  }

  @Test
  void mayNotBeAskedForWithoutAToken() {
    for (var operation : List.of(Users.ME, Users.LOGOUT, Users.SESSIONS, Users.DELETE_ME, Users.KEY_LIST)) {
      assertEquals(FailureCode.UNAUTHENTICATED, room.refusal(operation, NOTHING).code(), operation.address());
    }
    assertEquals(FailureCode.UNAUTHENTICATED,
        room.refusal(Users.SESSION_END, new SessionOf(UUID.randomUUID())).code());
  }

  @Test
  void isNamedByAnId() {
    SignedIn ada = someone();
    for (JsonObject body : List.of(new JsonObject(), new JsonObject().put("session", "' OR 1=1"))) {
      var options = new DeliveryOptions()
          .addHeader("authorization", "Bearer " + ada.accessToken());
      Failure failure = Waiting.failureOf(
          room.member().vertx().eventBus().request(Users.SESSION_END.address(), body, options));
      assertEquals(FailureCode.BAD_REQUEST, failure.code());
    }
  }

  private UUID current(SignedIn signedIn) {
    return room.ask(Users.SESSIONS, signedIn.accessToken()).items().stream()
        .filter(Session::current).findFirst().orElseThrow().id();
  }

  private SignedIn someone() {
    return room.register(UUID.randomUUID() + "@example.org");
  }
}
