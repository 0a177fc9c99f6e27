package io.spellmesh.kit.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFailuresTest {
  @ParameterizedTest
  @CsvSource({"57P01,UNAVAILABLE", "57P03,UNAVAILABLE", "53300,UNAVAILABLE", "53100,UNAVAILABLE",
      "40P01,UNAVAILABLE", "08006,UNAVAILABLE", "23505,INTERNAL", "42P01,INTERNAL", "28P01,INTERNAL"})
  void readsWhatTheServerSays(String state, FailureCode expected) {
    assertEquals(expected, DatabaseFailures.map(new PgException("said", "FATAL", state, "")).code());
  }

  @Test
  void letsAFailureBe() {
    Failure failure = Failure.notFound("spell 'x' is unknown");

    assertSame(failure, DatabaseFailures.map(failure));
  }

  @Test
  void tellsNothingOfWhatItDoesNotKnow() {
    Failure failure = DatabaseFailures.map(new IllegalStateException("the password is 123"));

    assertTrue(failure.getMessage().matches("internal error [0-9a-f]{8}"), failure.getMessage());
    assertFalse(failure.retryAfter().isPresent());
  }

  @Test
  void knowsAServerThatIsNotThere() {
    Failure failure = DatabaseFailures.map(new ConnectException("refused"));

    assertEquals(FailureCode.UNAVAILABLE, failure.code());
    assertTrue(failure.retryAfter().isPresent());
    assertEquals(Optional.empty(), DatabaseFailures.sqlState(failure));
  }

  @Test
  void sendsAwayWhoComesWhileTooManyWait() {
    Failure failure = DatabaseFailures.map(new ConnectionPoolTooBusyException("500 wait"));

    assertEquals(FailureCode.TOO_MANY, failure.code());
    assertTrue(failure.retryAfter().isPresent());
  }
}
