package io.spellmesh.mesh.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.testkit.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Whoever is out is out soon, and whoever guesses is stopped, alone. */
@Tag("attack")
@ExtendWith(SharedMesh.class)
@ResourceLock(SharedMesh.LOCK)
class SessionsAttackIT {
  /** What is promised for the end of a session on every process. */
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int FAILURES = SharedMesh.LOGIN_FAILURES;

  private static AttackedMesh mesh;

  @BeforeAll
  static void start(AttackedMesh shared) {
    mesh = shared;
  }

  @Test
  void aSessionThatWasLeftIsRefusedEverywhere() throws IOException {
    Person left = mesh.register();
    Person other = left.again();

    left.rest().send("POST", "/api/auth/logout", "").must(204);

    assertRefusedSoon(left.rest());
    assertEquals(401, refresh(left.refreshToken()).status());
    other.rest().get("/api/users/me").must(200);
  }

  @Test
  void aSessionThatAnotherEndedIsRefused() throws IOException {
    Person lost = mesh.register();
    Person owner = lost.again();
    var sessions = owner.rest().get("/api/auth/sessions").must(200).json().get("items");
    for (var session : sessions) {
      if (!session.get("current").booleanValue()) {
        owner.rest().delete("/api/auth/sessions/" + session.get("id").textValue()).must(204);
      }
    }

    assertRefusedSoon(lost.rest());
    assertEquals(401, refresh(lost.refreshToken()).status());
    owner.rest().get("/api/users/me").must(200);
  }

  @Test
  void nothingOfADeletedAccountOpensAnything() throws IOException {
    Person gone = mesh.register();
    Person elsewhere = gone.again();
    Visitor byKey = mesh.nobody().as(gone.makeKey().get("key").textValue());
    byKey.get("/api/users/me").must(200);

    gone.rest().delete("/api/users/me").must(204);

    assertRefusedSoon(gone.rest());
    assertRefusedSoon(elsewhere.rest());
    assertRefusedSoon(byKey);
    assertEquals(401, refresh(gone.refreshToken()).status());
    assertEquals(401, logIn(mesh.nobody(), gone.email(), gone.password()).status());
  }

  @Test
  void aRevokedKeyIsRefusedAndTheSessionGoesOn() throws IOException {
    Person ada = mesh.register();
    var key = ada.makeKey();
    Visitor byKey = mesh.nobody().as(key.get("key").textValue());
    byKey.get("/api/users/me").must(200);

    ada.rest().delete("/api/auth/keys/" + key.get("id").textValue()).must(204);

    assertRefusedSoon(byKey);
    ada.rest().get("/api/users/me").must(200);
  }

  @Test
  void aRefreshTokenThatComesTwiceEndsTheWholeFamily() throws IOException {
    Person victim = mesh.register();
    Person untouched = victim.again();
    Person thief = renewed(victim);

    assertEquals(401, refresh(victim.refreshToken()).status());

    assertEquals(401, refresh(thief.refreshToken()).status(), "the fresh one is dead, too");
    assertRefusedSoon(thief.rest());
    assertRefusedSoon(victim.rest());
    untouched.rest().get("/api/users/me").must(200);
  }

  @Test
  void guessingIsStoppedAndItsVictimIsNot() throws IOException {
    Person victim = mesh.register();
    Visitor guesser = mesh.nobody().from("127.0.0.11");
    for (int i = 0; i < FAILURES; i++) {
      assertEquals(401, logIn(guesser, victim.email(), "guess number " + i).status());
    }

    Reply right = logIn(guesser, victim.email(), victim.password());

    assertEquals(429, right.status(), "the right password is no use to one who has guessed");
    assertTrue(Integer.parseInt(right.header("retry-after").orElseThrow()) > 0);
    assertEquals(429, logIn(mesh.nobody().from("127.0.0.12"), victim.email(), "from anywhere new").status(),
        "many addresses are no way around");
    logIn(mesh.nobody(), victim.email(), victim.password()).must(200);
  }

  @Test
  void oneAddressDoesNotGuessAtMany() throws IOException {
    Visitor stuffer = mesh.nobody().from("127.0.0.13");
    for (int i = 0; i < FAILURES; i++) {
      assertEquals(401, logIn(stuffer, "somebody" + i + "@example.org", "the same for all").status());
    }

    assertEquals(429, logIn(stuffer, "somebody-else@example.org", "the same for all").status());
    assertEquals(429, logIn(stuffer.with("X-Forwarded-For", "192.0.2.1").with("Forwarded", "for=192.0.2.2"),
        "somebody-else@example.org", "the same for all").status(), "headers make nobody somebody else");
  }

  @Test
  void nothingTellsWhetherThereIsAnAccount() throws IOException {
    Person real = mesh.register();
    Visitor known = mesh.nobody().from("127.0.0.14");
    Visitor unknown = mesh.nobody().from("127.0.0.15");

    for (int i = 0; i <= FAILURES; i++) {
      Reply ofReal = logIn(known, real.email(), "not the one");
      Reply ofNobody = logIn(unknown, "nobody@example.org", "not the one");
      assertEquals(i < FAILURES ? 401 : 429, ofReal.status());
      assertEquals(ofReal.status(), ofNobody.status());
      assertEquals(withoutSeconds(ofReal), withoutSeconds(ofNobody));
    }
  }

  @Test
  void anEndlessPasswordIsNotHashed() throws IOException {
    Visitor visitor = mesh.nobody().from("127.0.0.16");
    for (int size : List.of(129, 4096, 500_000)) {
      assertEquals(400, logIn(visitor, "nobody@example.org", "p".repeat(size)).status());
      assertEquals(400, visitor.post("/api/auth/register",
          Map.of("email", "long@example.org", "password", "p".repeat(size))).status());
    }
  }

  /** When an attempt may be made again depends on when the first was made. */
  private static String withoutSeconds(Reply reply) {
    return reply.body().replaceAll("\\d+ (s|seconds|minutes|min)\\b", "<time>");
  }

  private static void assertRefusedSoon(Visitor visitor) {
    long began = System.nanoTime();
    Waiting.until(() -> {
      try {
        return visitor.get("/api/users/me").status() == 401;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    assertTrue(took.compareTo(SOON) <= 0, "was let in for " + took);
  }

  private static Person renewed(Person person) throws IOException {
    return Person.of(mesh.nobody(), person.email(), person.password(),
        refresh(person.refreshToken()).must(200).json());
  }

  private static Reply refresh(String token) throws IOException {
    return mesh.nobody().post("/api/auth/refresh", Map.of("refreshToken", token));
  }

  private static Reply logIn(Visitor visitor, String email, String password) throws IOException {
    return visitor.post("/api/auth/login", Map.of("email", email, "password", password));
  }
}
