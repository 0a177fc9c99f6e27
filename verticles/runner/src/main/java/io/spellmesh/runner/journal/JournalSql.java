package io.spellmesh.runner.journal;

import io.spellmesh.contract.run.RunStatus;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The two statements by which groups become durable; each takes many groups at once. */
final class JournalSql {
  /** A run whose id or key is taken already is not returned, and nothing of it is written. */
  private static final String FIRST = """
      WITH incoming AS (
        SELECT * FROM unnest($1::uuid[], $2::date[], $3::uuid[], $4::uuid[], $5::int[], $6::text[],
          $7::bytea[], $8::text[], $9::text[], $10::int[], $11::timestamptz[], $12::bigint[], $13::bigint[],
          $14::text[], $15::text[], $16::timestamptz[], $17::bigint[])
          AS t (id, day, user_id, spell, version, key, hash, tab, owner, fence, started, first_seq, last_seq,
            message, status, ended, ms)),
      fresh AS (
        INSERT INTO runner.run (id, day, user_id, spell, version, status, idempotency_key, request_hash, tab,
          owner, fence, last_seq, started, ended, ms)
        SELECT id, day, user_id, spell, version, status, key, hash, tab, owner, fence, last_seq, started,
          ended, ms FROM incoming
        ON CONFLICT DO NOTHING RETURNING id),
      written AS (
        INSERT INTO runner.run_journal (day, run, first_seq, last_seq, message)
        SELECT i.day, i.id, i.first_seq, i.last_seq, i.message FROM incoming i JOIN fresh USING (id))
      SELECT id FROM fresh""";

  /**
   * The update locks each run's row and looks at its fence again when it has the lock, so that an owner
   * that was taken over writes nothing; an insert that only looked first would.
   */
  private static final String NEXT = """
      WITH incoming AS (
        SELECT * FROM unnest($1::uuid[], $2::int[], $3::bigint[], $4::bigint[], $5::text[], $6::text[],
          $7::timestamptz[], $8::bigint[])
          AS t (id, fence, first_seq, last_seq, message, status, ended, ms)),
      own AS (
        UPDATE runner.run r SET last_seq = i.last_seq, status = i.status, ended = i.ended, ms = i.ms
        FROM incoming i
        WHERE r.id = i.id AND r.fence = i.fence AND r.last_seq = i.first_seq - 1
          AND r.status IN ('running', 'waiting')
        RETURNING r.id, r.day),
      written AS (
        INSERT INTO runner.run_journal (day, run, first_seq, last_seq, message)
        SELECT own.day, i.id, i.first_seq, i.last_seq, i.message FROM incoming i JOIN own USING (id))
      SELECT id FROM own""";

  /** Whether a group whose statement's outcome is unknown was written after all. */
  private static final String WRITTEN = """
      SELECT 1 FROM runner.run r JOIN runner.run_journal j ON j.run = r.id AND j.day = r.day
      WHERE r.id = $1 AND r.owner = $2 AND j.first_seq = $3 AND j.message = $4""";

  private final Pool pool;

  JournalSql(Pool pool) {
    this.pool = pool;
  }

  /** @return ids of the runs that were written */
  Future<Set<UUID>> first(List<Entry.First> entries) {
    return run(FIRST, Tuple.tuple()
        .addArrayOfUUID(column(entries, UUID[]::new, entry -> entry.row().id()))
        .addArrayOfLocalDate(column(entries, LocalDate[]::new, entry -> entry.row().day()))
        .addArrayOfUUID(column(entries, UUID[]::new, entry -> entry.row().user()))
        .addArrayOfUUID(column(entries, UUID[]::new, entry -> entry.row().spell()))
        .addArrayOfInteger(column(entries, Integer[]::new, entry -> entry.row().version()))
        .addArrayOfString(column(entries, String[]::new, entry -> entry.row().idempotencyKey().orElse(null)))
        .addArrayOfBuffer(column(entries, Buffer[]::new, entry -> Buffer.buffer(entry.row().requestHash())))
        .addArrayOfString(column(entries, String[]::new, entry -> entry.row().tab().orElse(null)))
        .addArrayOfString(column(entries, String[]::new, entry -> entry.row().owner()))
        .addArrayOfInteger(column(entries, Integer[]::new, entry -> entry.row().fence()))
        .addArrayOfOffsetDateTime(column(entries, OffsetDateTime[]::new, entry -> utc(entry.row().started())))
        .addArrayOfLong(column(entries, Long[]::new, entry -> entry.group().firstSeq()))
        .addArrayOfLong(column(entries, Long[]::new, entry -> entry.group().lastSeq()))
        .addArrayOfString(column(entries, String[]::new, entry -> entry.group().message()))
        .addArrayOfString(column(entries, String[]::new, entry -> entry.group().status().text()))
        .addArrayOfOffsetDateTime(column(entries, OffsetDateTime[]::new, entry -> endOf(entry.group())))
        .addArrayOfLong(column(entries, Long[]::new, entry -> msOf(entry.group()))));
  }

  /** @return ids of the runs that were written; the others are no longer ours */
  Future<Set<UUID>> next(List<Entry.Next> entries) {
    return run(NEXT, Tuple.tuple()
        .addArrayOfUUID(column(entries, UUID[]::new, Entry.Next::run))
        .addArrayOfInteger(column(entries, Integer[]::new, Entry.Next::fence))
        .addArrayOfLong(column(entries, Long[]::new, entry -> entry.group().firstSeq()))
        .addArrayOfLong(column(entries, Long[]::new, entry -> entry.group().lastSeq()))
        .addArrayOfString(column(entries, String[]::new, entry -> entry.group().message()))
        .addArrayOfString(column(entries, String[]::new, entry -> entry.group().status().text()))
        .addArrayOfOffsetDateTime(column(entries, OffsetDateTime[]::new, entry -> endOf(entry.group())))
        .addArrayOfLong(column(entries, Long[]::new, entry -> msOf(entry.group()))));
  }

  Future<Boolean> isWritten(Entry entry, String owner) {
    return pool.preparedQuery(WRITTEN)
        .execute(Tuple.of(entry.run(), owner, entry.group().firstSeq(), entry.group().message()))
        .map(rows -> rows.size() > 0);
  }

  private Future<Set<UUID>> run(String sql, Tuple columns) {
    return pool.preparedQuery(sql).execute(columns).map(JournalSql::ids);
  }

  private static Set<UUID> ids(RowSet<Row> rows) {
    Set<UUID> ids = new HashSet<>();
    rows.forEach(row -> ids.add(row.getUUID(0)));
    return ids;
  }

  private static <E, T> T[] column(List<E> entries, IntFunction<T[]> array,
      Function<E, T> field) {
    return entries.stream().map(field).toArray(array);
  }

  /** Null is SQL's word for absent. */
  private static OffsetDateTime endOf(Entry.Group group) {
    return group.end().map(end -> utc(end.at())).orElse(null);
  }

  private static Long msOf(Entry.Group group) {
    return group.end().map(Entry.End::ms).orElse(null);
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static RunStatus status(String text) {
    return RunStatus.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
