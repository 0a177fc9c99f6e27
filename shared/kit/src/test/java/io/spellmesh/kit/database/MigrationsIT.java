package io.spellmesh.kit.database;

import static io.spellmesh.kit.database.DatabaseFixture.failure;
import static io.spellmesh.kit.database.DatabaseFixture.get;
import static io.spellmesh.kit.database.DatabaseFixture.run;
import static io.spellmesh.kit.database.DatabaseFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsIT {
  @TempDir
  static Path folder;
  private static DatabaseFixture fixture;
  private static Database database;

  @BeforeAll
  static void open() throws Exception {
    fixture = new DatabaseFixture();
    database = fixture.open(folder);
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @Test
  void runOnceHoweverOftenAndFromHoweverManyProcessesTheyAreAskedFor() throws Exception {
    Database other = fixture.open(folder);

    get(Future.all(database.migrate("kit_sample"), other.migrate("kit_sample")));
    get(database.migrate("kit_sample"));

    assertEquals("1", value(database, "SELECT count(*) FROM kit_sample.note"));
    assertEquals("2", value(database, "SELECT count(*) FROM kit_sample.flyway_schema_history"
        + " WHERE version IS NOT NULL"));
  }

  @Test
  void areNotLookedAtAgainUnlessAFileIsAnother() throws Exception {
    get(database.migrate("kit_sample"));
    run(database, "UPDATE kit_sample.flyway_schema_history SET checksum = 1 WHERE version = '1'");

    get(database.migrate("kit_sample"));

    run(database, "COMMENT ON TABLE kit_sample.flyway_schema_history IS 'sha256:of other files'");
    assertTrue(failure(database.migrate("kit_sample")).getMessage().contains("checksum"));
    run(database, "DROP SCHEMA kit_sample CASCADE");
  }

  /** So it is when a crowded machine starts: logging in takes longer than anybody asks for a connection. */
  @Test
  void areRunThoughThePoolHasNoConnectionToGive(@TempDir Path crowded) throws Exception {
    Database busy = fixture.open(new DatabaseConfig(Optional.empty(), crowded, 1, 10));
    SqlConnection only = get(busy.pool().getConnection());

    get(busy.migrate("kit_sample"));

    get(only.close());
    assertEquals("1", value(busy, "SELECT count(*) FROM kit_sample.note"));
  }

  @Test
  void leaveNothingBehindWhenOneIsBroken() throws Exception {
    Throwable broken = failure(database.migrate("kit_broken"));

    assertTrue(broken.getMessage().contains("nothing_of_that_name"), broken.getMessage());
    assertEquals("null", value(database, "SELECT to_regclass('kit_broken.half')"));
  }

  @Test
  void nameTheFolderThatIsMissing() throws Exception {
    assertTrue(failure(database.migrate("kit_absent")).getMessage().contains("db/kit_absent"));
  }

  @Test
  void refuseANameThatIsNoSchema() throws Exception {
    assertInstanceOf(IllegalArgumentException.class, failure(database.migrate("kit; DROP")));
  }
}
