package io.spellmesh.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  @AutoClose("closing")
  private final Running running = new Running(Vertx.vertx());
  private final Passwords passwords = new Passwords(running.vertx);

  private record Running(Vertx vertx) {
    void closing() {
      Waiting.await(vertx.close());
    }
  }

  @Test
  void areHashedByArgon2idWithASaltOfTheirOwn() {
    String first = hash("correct horse");
    String second = hash("correct horse");

    assertTrue(first.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), first);
    assertNotEquals(first, second);
    assertTrue(matches("correct horse", Optional.of(first)));
    assertTrue(matches("correct horse", Optional.of(second)));
    assertFalse(matches("correct horsf", Optional.of(first)));
  }

  @Test
  void matchNothingWhereThereIsNoAccount() {
    assertFalse(matches("", Optional.empty()));
    assertFalse(matches("correct horse", Optional.empty()));
  }

  @Test
  void areToldApartWhenManyAreHashedAtOnce() {
    String hash = hash("number 3");

    List<Future<Boolean>> all = IntStream.range(0, 8)
        .mapToObj(i -> passwords.matches("number " + i, Optional.of(hash))).toList();
    Waiting.await(Future.all(all));

    assertEquals(List.of(false, false, false, true, false, false, false, false),
        all.stream().map(Future::result).toList());
  }

  private String hash(String password) {
    return Waiting.await(passwords.hash(password));
  }

  private boolean matches(String password, Optional<String> hash) {
    return Waiting.await(passwords.matches(password, hash));
  }
}
