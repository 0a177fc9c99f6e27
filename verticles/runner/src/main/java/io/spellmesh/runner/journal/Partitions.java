package io.spellmesh.runner.journal;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Makes the partitions of the days to come and drops those whose runs nobody may ask for any more. */
public final class Partitions {
  /** Journals are kept this long after the day of a run's start. */
  static final int DAYS_KEPT = 31;
  private static final int DAYS_AHEAD = 7;
  private static final List<String> TABLES = List.of("run_journal", "value");
  private static final DateTimeFormatter NAME = DateTimeFormatter.BASIC_ISO_DATE;
  /** Any number, the same in all processes, so that they do not make the same partition at once. */
  private static final long LOCK = 5_711_093_324L;

  private final Pool pool;

  public Partitions(Pool pool) {
    this.pool = pool;
  }

  /** @param today in UTC */
  public Future<Void> keep(LocalDate today) {
    return pool.withTransaction(connection ->
        connection.query("SELECT pg_advisory_xact_lock(" + LOCK + ")").execute()
            .compose(_ -> partitions(connection))
            .compose(there -> runAll(connection, statements(today, there))));
  }

  private static Future<List<String>> partitions(SqlConnection connection) {
    return connection.query("""
        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace n ON n.oid = p.relnamespace
        WHERE n.nspname = 'runner' AND p.relkind = 'p'""").execute().map(rows -> {
          List<String> names = new ArrayList<>();
          for (Row row : rows) {
            names.add(row.getString(0));
          }
          return names;
        });
  }

  static List<String> statements(LocalDate today, List<String> there) {
    List<String> statements = new ArrayList<>();
    for (String table : TABLES) {
      // The day before too: a clock that is behind may still start a run in it.
      for (int ahead = -1; ahead <= DAYS_AHEAD; ahead++) {
        LocalDate day = today.plusDays(ahead);
        String name = table + "_" + NAME.format(day);
        if (!there.contains(name)) {
          statements.add("CREATE TABLE runner." + name + " PARTITION OF runner." + table
              + " FOR VALUES FROM ('" + day + "') TO ('" + day.plusDays(1) + "')");
        }
      }
      there.stream().filter(name -> name.startsWith(table + "_"))
          .filter(name -> LocalDate.parse(name.substring(table.length() + 1), NAME)
              .isBefore(today.minusDays(DAYS_KEPT)))
          .forEach(name -> statements.add("DROP TABLE runner." + name));
    }
    return statements;
  }

  private static Future<Void> runAll(SqlConnection connection, List<String> statements) {
    Future<Void> done = Future.succeededFuture();
    for (String statement : statements) {
      done = done.compose(_ -> connection.query(statement).execute().mapEmpty());
    }
    return done;
  }
}
