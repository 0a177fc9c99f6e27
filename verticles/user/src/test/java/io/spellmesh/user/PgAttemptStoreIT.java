package io.spellmesh.user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.FailureCode;
import io.spellmesh.testkit.Waiting;
import io.spellmesh.user.Attempt.Counter;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PgAttemptStoreIT {
  @AutoClose
  private final UserRoom room = UserRoom.open();
  private final PgAttemptStore attempts = new PgAttemptStore(room.member().member().database().pool());

  @Test
  void countsExactlyAsManyAsFitWhoeverCountsAtOnce() {
    for (int round = 0; round < 10; round++) {
      Attempt attempt = attempt("round " + round, new Counter(Digest.of("full", "" + round), 3,
          Duration.ofMinutes(1)), new Counter(Digest.of("roomy", "" + round), 30, Duration.ofMinutes(1)));
      List<Future<Void>> counted = IntStream.range(0, 12).mapToObj(_ -> attempts.count(attempt)).toList();
      Waiting.await(Future.join(counted).otherwiseEmpty());

      assertEquals(3, counted.stream().filter(Future::succeeded).count());
    }
  }

  @Test
  void neverWaitsForAnAttemptThatFillsTheSameCountersInAnotherOrder() {
    Counter one = new Counter(Digest.of("one"), 1_000, Duration.ofMinutes(1));
    Counter two = new Counter(Digest.of("two"), 1_000, Duration.ofMinutes(1));

    Waiting.await(Future.all(IntStream.range(0, 60)
        .mapToObj(i -> attempts.count(i % 2 == 0 ? attempt("a", one, two) : attempt("b", two, one)))
        .toList()));
  }

  @Test
  void saysWhenTheLastOfTheFullCountersHasRoom() {
    Counter shorter = new Counter(Digest.of("shorter"), 1, Duration.ofMinutes(1));
    Counter longer = new Counter(Digest.of("longer"), 1, Duration.ofMinutes(10));
    Attempt attempt = attempt("someone", shorter, longer);
    Waiting.await(attempts.count(attempt));

    var failure = Waiting.failureOf(attempts.check(attempt));

    assertEquals(FailureCode.TOO_MANY, failure.code());
    assertEquals(10, failure.retryAfter().orElseThrow().plusSeconds(59).toMinutes());
  }

  @Test
  void takesBackWhatOneMadeAndNothingElse() {
    Counter counter = new Counter(Digest.of("shared"), 2, Duration.ofMinutes(1));
    Waiting.await(attempts.count(attempt("ada", counter)));
    Waiting.await(attempts.count(attempt("eve", counter)));

    Waiting.await(attempts.forget(attempt("ada", counter)));

    assertEquals(1, room.sql("SELECT FROM \"user\".attempt WHERE counter = $1", counter.key()).size());
    Waiting.await(attempts.count(attempt("ada", counter)));
    assertEquals(FailureCode.TOO_MANY, Waiting.failureOf(attempts.count(attempt("ada", counter))).code());
  }

  private static Attempt attempt(String madeBy, Counter... counters) {
    return new Attempt(Digest.of(madeBy), List.of(counters), "too many");
  }
}
