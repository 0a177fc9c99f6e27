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
          $14::text[], $15::text[], $16::timestamptz[], $17::bigint[], $18::boolean[])
          AS t (id, day, user_id, spell, version, key, hash, tab, owner, fence, started, first_seq, last_seq,
            message, status, ended, ms, resumes)),
      fresh AS (
        INSERT INTO runner.run (id, day, user_id, spell, version, status, idempotency_key, request_hash, tab,
          owner, fence, last_seq, started, ended, ms, resumes)
        SELECT id, day, user_id, spell, version, status, key, hash, tab, owner, fence, last_seq, started,
          ended, ms, resumes FROM incoming
        ON CONFLICT DO NOTHING RETURNING user_id, id),
      written AS (
        INSERT INTO runner.run_journal (day, user_id, run, first_seq, last_seq, message)
        SELECT i.day, user_id, id, i.first_seq, i.last_seq, i.message
        FROM incoming i JOIN fresh USING (user_id, id))
      SELECT user_id, id FROM fresh""";

  /**
   * The update locks each run's row and looks at its fence again when it has the lock, so that an owner
   * that was taken over writes nothing; an insert that only looked first would.
   */
  private static final String NEXT = """
      WITH incoming AS (
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::bigint[], $5::bigint[], $6::text[],
          $7::text[], $8::timestamptz[], $9::bigint[])
          AS t (user_id, id, fence, first_seq, last_seq, message, status, ended, ms)),
      own AS (
        UPDATE runner.run r SET last_seq = i.last_seq, status = i.status, ended = i.ended, ms = i.ms
        FROM incoming i
        WHERE r.user_id = i.user_id AND r.id = i.id AND r.fence = i.fence AND r.last_seq = i.first_seq - 1
          AND r.status = 'running'
        RETURNING r.user_id, r.id, r.day),
      written AS (
        INSERT INTO runner.run_journal (day, user_id, run, first_seq, last_seq, message)
        SELECT own.day, user_id, id, i.first_seq, i.last_seq, i.message
        FROM incoming i JOIN own USING (user_id, id))
      SELECT user_id, id FROM own""";

  /** Whether a group whose statement's outcome is unknown was written after all. */
  private static final String WRITTEN = """
      SELECT 1 FROM runner.run r JOIN runner.run_journal j
        ON j.user_id = r.user_id AND j.run = r.id AND j.day = r.day
      WHERE r.user_id = $1 AND r.id = $2 AND r.owner = $3 AND j.first_seq = $4 AND j.message = $5""";

  private final Pool pool;

  JournalSql(Pool pool) {
    this.pool = pool;
  }

  /** @return the runs that were written */
  Future<Set<RunKey>> first(List<Entry.First> entries) {
    return run(FIRST, Tuple.tuple()
        .addArrayOfUUID(column(entries, UUID[]::new, entry -> entry.run().run()))
        .addArrayOfLocalDate(column(entries, LocalDate[]::new, entry -> entry.row().day()))
        .addArrayOfUUID(column(entries, UUID[]::new, entry -> entry.run().user()))
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
        .addArrayOfLong(column(entries, Long[]::new, entry -> msOf(entry.group())))
        .addArrayOfBoolean(column(entries, Boolean[]::new, entry -> entry.row().resumes())));
  }

  /** @return the runs that were written; the others are no longer ours */
  Future<Set<RunKey>> next(List<Entry.Next> entries) {
    return run(NEXT, Tuple.tuple()
        .addArrayOfUUID(column(entries, UUID[]::new, entry -> entry.run().user()))
        .addArrayOfUUID(column(entries, UUID[]::new, entry -> entry.run().run()))
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
        .execute(Tuple.of(entry.run().user(), entry.run().run(), owner,
            entry.group().firstSeq(), entry.group().message()))
        .map(rows -> rows.size() > 0);
  }

  private Future<Set<RunKey>> run(String sql, Tuple columns) {
    return pool.preparedQuery(sql).execute(columns).map(JournalSql::runs);
  }

  private static Set<RunKey> runs(RowSet<Row> rows) {
    Set<RunKey> runs = new HashSet<>();
    rows.forEach(row -> runs.add(new RunKey(row.getUUID(0), row.getUUID(1))));
    return runs;
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
