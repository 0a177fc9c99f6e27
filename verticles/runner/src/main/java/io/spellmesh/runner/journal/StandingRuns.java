package io.spellmesh.runner.journal;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.run.RunStatus;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs that nobody runs: parked by their owner, taken by a new one, or ended where they stand. Of several processes
 * that try for one run, one succeeds.
 */
public final class StandingRuns {
  private static final String FIND = """
      SELECT user_id, id, day, spell, version, tab, status, owner, fence, last_seq, started, ms
      FROM runner.run WHERE user_id = $1 AND id = $2""";
  private static final String EVENTS = """
      SELECT message FROM runner.run_journal WHERE user_id = $1 AND run = $2 AND day = $3 ORDER BY first_seq""";
  /** Done again, after an answer that was lost, it changes nothing. */
  private static final String PARK = """
      UPDATE runner.run SET status = 'waiting', owner = NULL, wake_at = $5, ms = $6
      WHERE user_id = $1 AND id = $2 AND fence = $3 AND last_seq = $4 AND status IN ('running', 'waiting')
      RETURNING id""";
  /** Likewise: nobody else has this fence and this owner. */
  private static final String TAKE = """
      UPDATE runner.run SET owner = $5, fence = $3 + 1, status = 'running', wake_at = NULL, ended = NULL, ms = NULL
      WHERE user_id = $1 AND id = $2 AND last_seq = $4
        AND (fence = $3 AND status = $6 OR fence = $3 + 1 AND status = 'running' AND owner = $5)
      RETURNING id""";
  private static final String END = """
      WITH own AS (
        UPDATE runner.run SET status = $5, fence = fence + 1, last_seq = $7, wake_at = NULL, ended = $9, ms = $10
        WHERE user_id = $1 AND id = $2 AND fence = $3 AND last_seq = $4 AND status = 'waiting'
        RETURNING user_id, id, day)
      INSERT INTO runner.run_journal (day, user_id, run, first_seq, last_seq, message)
      SELECT day, user_id, id, $6::bigint, $7::bigint, $8::text FROM own RETURNING run""";
  private static final String LEAVE = """
      WITH own AS (
        UPDATE runner.run SET resumes = false, fence = fence + 1, last_seq = $6, ended = now()
        WHERE user_id = $1 AND id = $2 AND fence = $3 AND last_seq = $4 AND status = 'interrupted'
        RETURNING user_id, id, day)
      INSERT INTO runner.run_journal (day, user_id, run, first_seq, last_seq, message)
      SELECT day, user_id, id, $5::bigint, $6::bigint, $7::text FROM own RETURNING run""";
  private static final String CRASHED = """
      SELECT user_id, id, day, spell, version, tab, status, owner, fence, last_seq, started, ms, crashes FROM runner.run
      WHERE status = 'interrupted' AND resumes AND day > (now() - make_interval(secs => $1))::date
      ORDER BY ended LIMIT $2""";
  /** What has happened in older ones is no longer kept. */
  private static final String DUE = """
      SELECT user_id, id, day, spell, version, tab, status, owner, fence, last_seq, started, ms FROM runner.run
      WHERE status = 'waiting' AND wake_at <= now() AND day > (now() - make_interval(secs => $1))::date
      ORDER BY wake_at LIMIT $2""";

  private final Pool pool;
  private final Perseverance perseverance;

  public StandingRuns(Pool pool, Perseverance perseverance) {
    this.pool = pool;
    this.perseverance = perseverance;
  }

  /** Fails with NOT_FOUND, the same for a run of another user. */
  public Future<Standing> find(RunKey run) {
    return pool.preparedQuery(FIND).execute(Tuple.of(run.user(), run.run())).map(rows -> {
      for (Row row : rows) {
        return standing(row);
      }
      throw Failure.notFound("no run " + run.run());
    });
  }

  /** Every event of the run, in order, large values as references. */
  public Future<List<RunEvent>> events(Standing standing) {
    return pool.preparedQuery(EVENTS)
        .execute(Tuple.of(standing.run().user(), standing.run().run(), standing.day())).map(rows -> {
          List<RunEvent> events = new ArrayList<>();
          rows.forEach(row -> events.addAll(Wire.read(row.getString(0), RunGroup.class).events()));
          if (events.isEmpty() || events.getLast().seq() != standing.lastSeq()) {
            throw Failure.conflict("what happened in the run is no longer kept");
          }
          return events;
        });
  }

  /**
   * Gives up a run that waits for people and times alone. While the database is away it waits for it.
   *
   * @param lastSeq number of its last event, which is committed
   * @param ms      how long it took so far
   * @return false if it is another's by now
   */
  public Future<Boolean> park(RunKey run, int fence, long lastSeq, Optional<Instant> wakeAt, long ms) {
    return perseverance.until(() -> pool.preparedQuery(PARK).execute(Tuple.of(run.user(), run.run(), fence, lastSeq,
        wakeAt.map(JournalSql::utc).orElse(null), ms)).map(rows -> rows.size() > 0));
  }

  /**
   * Takes the run, with a fence that is one more. A process must not take one run twice at the same time.
   *
   * @return false if it no longer stands there
   */
  public Future<Boolean> take(Standing standing, String owner) {
    return perseverance.until(() -> pool.preparedQuery(TAKE).execute(Tuple.of(standing.run().user(),
        standing.run().run(), standing.fence(), standing.lastSeq(), owner, standing.status().text()))
        .map(rows -> rows.size() > 0));
  }

  /**
   * Ends a run that is parked.
   *
   * @param group  its last events, with the fence that is one more
   * @param status of the run after them
   * @return false if it no longer stands there; then nothing was written
   */
  public Future<Boolean> end(Standing standing, RunGroup group, RunStatus status) {
    return pool.preparedQuery(END).execute(Tuple.tuple().addUUID(standing.run().user())
        .addUUID(standing.run().run()).addInteger(standing.fence()).addLong(standing.lastSeq())
        .addString(status.text()).addLong(group.firstSeq()).addLong(group.lastSeq())
        .addString(Wire.text(group)).addOffsetDateTime(JournalSql.utc(group.events().getLast().at()))
        .addLong(standing.ms().orElse(0L))).map(rows -> rows.size() > 0);
  }

  /** Parked runs whose time has come, those that wait longest first. */
  public Future<List<Standing>> due(int most) {
    return pool.preparedQuery(DUE).execute(Tuple.of((double) Duration.ofDays(Partitions.DAYS_KEPT).toSeconds(), most))
        .map(rows -> {
          List<Standing> due = new ArrayList<>();
          rows.forEach(row -> due.add(standing(row)));
          return due;
        });
  }

  /** A run that is to go on by itself. @param crashes how many processes it has outlived */
  public record Crashed(Standing standing, int crashes) {}

  /** Interrupted runs that are to go on by themselves, those that stand longest first. */
  public Future<List<Crashed>> crashed(int most) {
    return pool.preparedQuery(CRASHED)
        .execute(Tuple.of((double) Duration.ofDays(Partitions.DAYS_KEPT).toSeconds(), most)).map(rows -> {
          List<Crashed> crashed = new ArrayList<>();
          rows.forEach(row -> crashed.add(new Crashed(standing(row), row.getInteger("crashes"))));
          return crashed;
        });
  }

  /**
   * Leaves a run interrupted that cannot go on by itself; somebody has to decide.
   *
   * @param group its last events, with the fence that is one more
   * @return false if it no longer stands there; then nothing was written
   */
  public Future<Boolean> leave(Standing standing, RunGroup group) {
    return pool.preparedQuery(LEAVE).execute(Tuple.tuple().addUUID(standing.run().user())
        .addUUID(standing.run().run()).addInteger(standing.fence()).addLong(standing.lastSeq())
        .addLong(group.firstSeq()).addLong(group.lastSeq()).addString(Wire.text(group)))
        .map(rows -> rows.size() > 0);
  }

  private static Standing standing(Row row) {
    return new Standing(new RunKey(row.getUUID("user_id"), row.getUUID("id")), row.getLocalDate("day"),
        row.getUUID("spell"), row.getInteger("version"), Optional.ofNullable(row.getString("tab")),
        JournalSql.status(row.getString("status")), Optional.ofNullable(row.getString("owner")),
        row.getInteger("fence"), row.getLong("last_seq"), row.getOffsetDateTime("started").toInstant(),
        Optional.ofNullable(row.getLong("ms")));
  }
}
