package io.spellmesh.kit.database;

import static io.spellmesh.kit.database.DatabaseFixture.failure;
import static io.spellmesh.kit.database.DatabaseFixture.get;
import static io.spellmesh.kit.database.DatabaseFixture.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFailuresIT {
  @TempDir
  Path folder;
  private DatabaseFixture fixture;

  @BeforeEach
  void begin() {
    fixture = new DatabaseFixture();
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  @Test
  void tellsABusyDatabaseFromAMistake() throws Exception {
    Database database = fixture.open(new DatabaseConfig(Optional.empty(), folder, 1, 1));
    run(database, "CREATE TABLE one (n int UNIQUE)");
    var connection = get(database.pool().getConnection());
    Future<?> waits = database.pool().query("SELECT 1").execute();

    Throwable refused = failure(database.pool().query("SELECT 1").execute());
    assertComeBack(FailureCode.TOO_MANY, refused);
    Throwable waitedTooLong = failure(waits);
    assertUnavailable(waitedTooLong);

    get(connection.query("INSERT INTO one VALUES (1)").execute());
    Throwable duplicate = failure(connection.query("INSERT INTO one VALUES (1)").execute());
    assertEquals(Optional.of("23505"), DatabaseFailures.sqlState(duplicate));
    assertEquals(FailureCode.INTERNAL, DatabaseFailures.map(duplicate).code());

    Future<?> underWay = connection.query("SELECT pg_sleep(600)").execute();
    DatabaseFixture.kill(DatabaseFixture.postmaster(folder));
    assertUnavailable(failure(underWay));
  }

  @Test
  void saysSoAtOnceWhenNothingListens() throws Exception {
    Database database = fixture.open(folder);
    get(database.close());

    Throwable refused = failure(Database.open(fixture.vertx(), new DatabaseConfig(
        Optional.of(database.url()), folder, 1, 1)));

    assertTrue(refused.getMessage().contains("database.url postgresql://spellmesh:***@127.0.0.1:"),
        refused.getMessage());
    assertUnavailable(refused);
    assertUnavailable(failure(database.pool().query("SELECT 1").execute()));
  }

  private static void assertUnavailable(Throwable error) {
    assertComeBack(FailureCode.UNAVAILABLE, error);
  }

  private static void assertComeBack(FailureCode code, Throwable error) {
    Failure failure = DatabaseFailures.map(error);
    assertEquals(code, failure.code(), () -> error.getClass() + ": " + error.getMessage());
    assertEquals(Optional.of(Duration.ofSeconds(2)), failure.retryAfter());
  }
}
