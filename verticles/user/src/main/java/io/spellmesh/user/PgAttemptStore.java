package io.spellmesh.user;

import io.spellmesh.contract.Failure;
import io.spellmesh.user.Attempt.Counter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;

/** Counts attempts over sliding windows, for all processes together. */
final class PgAttemptStore {
  /** Seconds until the last of the full counters has room again; null if none is full. */
  private static final String WAIT = """
      SELECT max(extract(
        epoch FROM oldest.at + make_interval(secs => c.seconds) - statement_timestamp()))::float8
      FROM unnest($1::bytea[], $2::int[], $3::float8[]) AS c(counter, most, seconds)
      CROSS JOIN LATERAL (
        SELECT a.at FROM "user".attempt a
        WHERE a.counter = c.counter AND a.at > statement_timestamp() - make_interval(secs => c.seconds)
        ORDER BY a.at DESC OFFSET c.most - 1 LIMIT 1) AS oldest""";
  /** One after the other for each counter: two that count at once would both find the last place free. */
  private static final String LOCK = "SELECT pg_advisory_xact_lock(k) FROM unnest($1::bigint[]) AS k";
  private static final String COUNT = """
      INSERT INTO "user".attempt (counter, made_by, at)
      SELECT c, $2, statement_timestamp() FROM unnest($1::bytea[]) AS c""";
  private static final String FORGET = """
      DELETE FROM "user".attempt WHERE made_by = $1""";

  private final Pool pool;

  PgAttemptStore(Pool pool) {
    this.pool = pool;
  }

  /** Fails with TOO_MANY if a counter is full; counts nothing. */
  Future<Void> check(Attempt attempt) {
    return attempt.counters().isEmpty() ? Future.succeededFuture() : refuseIfFull(pool, attempt);
  }

  /** Counts the attempt, or fails with TOO_MANY if a counter is full. */
  Future<Void> count(Attempt attempt) {
    return attempt.counters().isEmpty()
        ? Future.succeededFuture()
        : pool.withTransaction(transaction -> lock(transaction, attempt)
            .compose(_ -> refuseIfFull(transaction, attempt))
            .compose(_ -> transaction.preparedQuery(COUNT)
                .execute(Tuple.of(keys(attempt), attempt.madeBy())))
            .mapEmpty());
  }

  /** Takes back what was counted of attempts with this maker. */
  Future<Void> forget(Attempt attempt) {
    return pool.preparedQuery(FORGET).execute(Tuple.of(attempt.madeBy())).mapEmpty();
  }

  private static Future<Void> refuseIfFull(SqlClient client, Attempt attempt) {
    Integer[] most = attempt.counters().stream().map(Counter::most).toArray(Integer[]::new);
    Double[] seconds = attempt.counters().stream()
        .map(counter -> counter.window().toMillis() / 1_000.0).toArray(Double[]::new);
    return client.preparedQuery(WAIT).execute(Tuple.of(keys(attempt), most, seconds))
        .compose(rows -> refuse(attempt, rows));
  }

  private static Future<Void> refuse(Attempt attempt, RowSet<Row> rows) {
    return Optional.ofNullable(rows.iterator().next().getDouble(0))
        .map(seconds -> Duration.ofSeconds(Math.max(1, (long) Math.ceil(seconds))))
        .map(wait -> Future.<Void>failedFuture(Failure.tooMany(attempt.refusal(), wait)))
        .orElseGet(Future::succeededFuture);
  }

  /** In the order of their numbers, lest two attempts wait for each other. */
  private static Future<RowSet<Row>> lock(SqlConnection transaction, Attempt attempt) {
    Long[] locks = attempt.counters().stream().map(counter -> counter.key().getLong(0)).sorted()
        .toArray(Long[]::new);
    return transaction.preparedQuery(LOCK).execute(Tuple.tuple().addArrayOfLong(locks));
  }

  private static Buffer[] keys(Attempt attempt) {
    return attempt.counters().stream().map(Counter::key).toArray(Buffer[]::new);
  }
}
