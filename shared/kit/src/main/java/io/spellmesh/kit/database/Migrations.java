package io.spellmesh.kit.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.api.output.MigrateResult;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Brings one room's tables up to date. Flyway takes a second to find that there is nothing to do, so what
 * it has done is noted, as a comment on its own table: the fingerprint of the files that it was done with.
 */
record Migrations(String room) {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
  /** One number for all rooms and processes: migrations come one after the other. "migr" in ASCII. */
  private static final long MIGRATING = 0x6d696772L;
  private static final String NOTED = "SELECT obj_description(to_regclass($1), 'pg_class')";

  Migrations {
    if (!room.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("room '" + room + "' cannot name a schema: must be lower case"
          + " letters, digits and '_', at most 63");
    }
  }

  /** Whether these very files have been run here. */
  Future<Boolean> areDone(Pool pool) {
    return pool.preparedQuery(NOTED).execute(Tuple.of(historyTable())).map(rows -> {
      Optional<String> noted = Optional.ofNullable(rows.iterator().next().getString(0));
      return noted.isPresent() && noted.equals(fingerprint());
    });
  }

  /** Blocks. Safe to call from many processes at once. */
  void run(PostgresUrl url) throws SQLException {
    LogFactory.setLogCreator(FlywayLog::new);
    long start = System.nanoTime();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url.jdbc());
    source.setUser(url.user());
    source.setPassword(url.password());
    source.setApplicationName("spellmesh-migration-" + room);
    // Two processes that start at once would both find the schema missing, and one of them would fail.
    try (Connection turn = source.getConnection(); Statement statement = turn.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + MIGRATING + ")");
      MigrateResult result = Flyway.configure(Migrations.class.getClassLoader())
          // Not the data source, which spells out fifty defaults, and Flyway searches each for passwords.
          .dataSource(url.jdbc(), url.user(), url.password())
          .locations("classpath:db/" + room)
          .failOnMissingLocations(true)
          .schemas(room)
          .defaultSchema(room)
          .createSchemas(true)
          .validateMigrationNaming(true)
          .cleanDisabled(true)
          .load()
          .migrate();
      statement.execute("COMMENT ON TABLE " + historyTable() + " IS '" + fingerprint().orElseThrow() + "'");
      LOG.atLevel(result.migrationsExecuted > 0 ? Level.INFO : Level.DEBUG).addKeyValue("room", room)
          .addKeyValue("version", result.targetSchemaVersion).addKeyValue("steps", result.migrationsExecuted)
          .addKeyValue("tookMs", (System.nanoTime() - start) / 1_000_000).log("database migrated");
    }
  }

  private String historyTable() {
    return "\"" + room + "\".flyway_schema_history";
  }

  private Optional<String> fingerprint() {
    try {
      return new MigrationFiles(room).fingerprint();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
