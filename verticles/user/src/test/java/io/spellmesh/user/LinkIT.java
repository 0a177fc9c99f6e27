package io.spellmesh.user;

import static io.spellmesh.user.UserRoom.PASSWORD;
import static io.spellmesh.user.UserRoom.login;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.user.Users;
import io.spellmesh.contract.user.Users.Link;
import io.spellmesh.contract.user.Users.SignedIn;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LinkIT {
  private final String code = UserVerticle.newLinkCode();

  @AutoClose
  private final UserRoom room = UserRoom.openWithLink(code);

  @Test
  void signsInToTheOwnersAccountOnce() {
    SignedIn owner = room.ask(Users.LINK, new Link(code));

    assertEquals("owner@spellmesh.local", owner.user().email());
    assertEquals(Set.of("admin", "user"), owner.user().roles());
    assertEquals(owner.user(), room.ask(Users.ME, owner.accessToken()));
    assertEquals(FailureCode.UNAUTHENTICATED, room.refusal(Users.LINK, new Link(code)).code());
  }

  @Test
  void findsTheSameAccountAtTheNextStart() {
    SignedIn first = room.ask(Users.LINK, new Link(code));
    String next = UserVerticle.newLinkCode();
    room.member().deploy(new UserVerticle(room.member().member(),
        UserConfig.read(room.member().member().settings()), Optional.of(next)));

    assertEquals(first.user(), room.ask(Users.LINK, new Link(next)).user());
  }

  @Test
  void letsInOneOfManyWhoComeAtOnceInWhateverProcess() {
    try (UserRoom other = room.another(Map.of())) {
      List<Future<SignedIn>> asked = IntStream.range(0, 10)
          .mapToObj(i -> (i % 2 == 0 ? room : other).asking(Users.LINK, new Link(code))).toList();
      Waiting.await(Future.join(asked).otherwiseEmpty());

      assertEquals(1, asked.stream().filter(Future::succeeded).count());
    }
  }

  @Test
  void refusesACodeThatIsTooOld() {
    room.sql("UPDATE \"user\".link_code SET until = until - interval '15 minutes'");

    assertEquals(FailureCode.UNAUTHENTICATED, room.refusal(Users.LINK, new Link(code)).code());
  }

  @Test
  void refusesOtherCodes() {
    String another = UserVerticle.newLinkCode();
    for (String other : List.of("", code + " ", code.substring(1), "' OR '1'='1", another)) {
      assertEquals(FailureCode.UNAUTHENTICATED, room.refusal(Users.LINK, new Link(other)).code());
    }
    room.ask(Users.LINK, new Link(code));
  }

  @Test
  void leavesTheOwnersAccountWithoutAPassword() {
    room.ask(Users.LINK, new Link(code));

    for (String password : List.of("", PASSWORD, "null")) {
      assertEquals(FailureCode.UNAUTHENTICATED,
          room.refusal(Users.LOGIN, login("owner@spellmesh.local", password, "127.0.0.1")).code());
    }
  }

  @Test
  void takesNoCodeThatCanBeGuessed() {
    UserConfig config = UserConfig.read(room.member().member().settings());

    assertThrows(IllegalArgumentException.class,
        () -> new UserVerticle(room.member().member(), config, Optional.of("1234")));
  }
}
