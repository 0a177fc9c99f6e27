package io.spellmesh.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.user.Users;
import io.spellmesh.contract.user.Users.AccessToken;
import io.spellmesh.contract.user.Users.Exchange;
import io.spellmesh.contract.user.Users.NewKey;
import io.spellmesh.contract.user.Users.Session;
import io.spellmesh.contract.user.Users.SignedIn;
import io.spellmesh.contract.user.Users.Spend;
import io.spellmesh.contract.user.Users.Ticket;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TicketIT {
  @AutoClose
  private final UserRoom room = UserRoom.open(Map.of("auth.access-token-life", "5m"));

  @Test
  void isSpentForATokenOfTheSameSession() {
    SignedIn alice = room.register("alice@example.org");
    Ticket ticket = room.ask(Users.TICKET, alice.accessToken());
    AccessToken spent = room.ask(Users.SPEND, new Spend(ticket.ticket()));

    assertEquals(30, ticket.expiresIn());
    assertEquals(43, ticket.ticket().length());
    assertEquals(300, spent.expiresIn());
    assertNotEquals(alice.accessToken(), spent.accessToken());
    assertEquals(alice.user(), room.ask(Users.ME, spent.accessToken()));
    List<Session> sessions = room.ask(Users.SESSIONS, spent.accessToken()).items();
    assertTrue(sessions.size() == 1 && sessions.getFirst().current(), sessions.toString());
  }

  @Test
  void letsInOneOfManyWhoComeAtOnceInWhateverProcess() {
    SignedIn alice = room.register("alice@example.org");
    Ticket ticket = room.ask(Users.TICKET, alice.accessToken());
    try (UserRoom other = room.another(Map.of())) {
      List<Future<AccessToken>> asked = IntStream.range(0, 10)
          .mapToObj(i -> (i % 2 == 0 ? room : other).asking(Users.SPEND, new Spend(ticket.ticket())))
          .toList();
      Waiting.await(Future.join(asked).otherwiseEmpty());

      assertEquals(1, asked.stream().filter(Future::succeeded).count());
    }
  }

  @Test
  void saysTheSameOfEveryTicketThatIsNotGood() {
    SignedIn alice = room.register("alice@example.org");
    Ticket spent = room.ask(Users.TICKET, alice.accessToken());
    room.ask(Users.SPEND, new Spend(spent.ticket()));
    Ticket old = room.ask(Users.TICKET, alice.accessToken());
    room.sql("UPDATE \"user\".ticket SET until = until - interval '31 seconds'");
    Failure never = room.refusal(Users.SPEND, new Spend("x"));

    assertEquals(FailureCode.UNAUTHENTICATED, never.code());
    for (String bad : List.of("", spent.ticket(), old.ticket(), old.ticket() + " ", "' OR '1'='1")) {
      Failure refused = room.refusal(Users.SPEND, new Spend(bad));
      assertEquals(never.code(), refused.code());
      assertEquals(never.getMessage(), refused.getMessage());
    }
  }

  @Test
  void endsWithItsSession() {
    SignedIn alice = room.register("alice@example.org");
    Ticket ticket = room.ask(Users.TICKET, alice.accessToken());
    room.ask(Users.LOGOUT, alice.accessToken());

    assertEquals(FailureCode.UNAUTHENTICATED,
        room.refusal(Users.SPEND, new Spend(ticket.ticket())).code());
  }

  @Test
  void isForThoseWhoHaveLoggedIn() {
    SignedIn alice = room.register("alice@example.org");
    String key = room.ask(Users.KEY_CREATE, new NewKey("ci"), alice.accessToken()).key();
    String token = room.ask(Users.EXCHANGE, new Exchange(key)).accessToken();

    assertEquals(FailureCode.FORBIDDEN, Waiting.failureOf(room.member().member().mesh()
        .ask(Users.TICKET, Nothing.NOTHING, token)).code());
  }

  @Test
  void isKeptAsADigestAndCleanedAway() {
    SignedIn alice = room.register("alice@example.org");
    Ticket ticket = room.ask(Users.TICKET, alice.accessToken());
    int kept = room.sql("SELECT FROM \"user\".ticket WHERE digest = sha256(convert_to($1, 'UTF8'))",
        ticket.ticket()).size();
    room.sql("UPDATE \"user\".ticket SET until = until - interval '31 seconds'");
    Waiting.await(new Cleaning(room.member().member().database().pool(),
        UserConfig.read(room.member().member().settings())).run());

    assertEquals(1, kept);
    assertEquals(0, room.sql("SELECT FROM \"user\".ticket").size());
  }
}
