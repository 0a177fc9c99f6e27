package io.spellmesh.runner.journal;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.runner.count.LeaseCount;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this process's lease, and marks the runs of processes whose lease has run out as interrupted. The
 * database's clock decides.
 */
public final class Leases {
  private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(2);
  private static final Duration BETWEEN_GLANCES = Duration.ofMillis(500);
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final int RUNS_AT_ONCE = 100;

  private static final String RENEW = """
      INSERT INTO runner.process (id, lease) VALUES ($1, now() + make_interval(secs => $2))
      ON CONFLICT (id) DO UPDATE SET lease = excluded.lease""";
  private static final String ORPHANS = """
      SELECT r.id, r.fence, r.last_seq, r.tab, r.user_id, r.spell FROM runner.run r
      WHERE r.status = 'running' AND (r.owner = $1 AND (r.user_id, r.id) IN
        (SELECT * FROM unnest($2::uuid[], $3::uuid[])) OR NOT EXISTS
        (SELECT 1 FROM runner.process p WHERE p.id = r.owner AND p.lease > now()))
      LIMIT\s""" + RUNS_AT_ONCE + " FOR UPDATE OF r SKIP LOCKED";
  private static final String INTERRUPT = """
      WITH own AS (
        UPDATE runner.run
        SET status = 'interrupted', ended = now(), fence = fence + 1, last_seq = last_seq + 1, crashes = crashes + 1
        WHERE user_id = $1 AND id = $2 RETURNING user_id, id, day, last_seq)
      INSERT INTO runner.run_journal (day, user_id, run, first_seq, last_seq, message)
      SELECT day, user_id, id, last_seq, last_seq, $3 FROM own""";

  private record Orphan(UUID user, UUID spell, RunGroup group) {}

  private final Vertx vertx;
  private final Pool pool;
  private final String process;
  private final Supplier<Set<RunKey>> giveUp;
  private final LeaseCount count;
  private final Set<RunKey> givenUp = new HashSet<>();
  private long renewedNanos;

  /** @param giveUp ends the runs of this process, writing nothing, and tells which they were */
  public Leases(Vertx vertx, Pool pool, String process, Supplier<Set<RunKey>> giveUp, LeaseCount count) {
    this.vertx = vertx;
    this.pool = pool;
    this.process = process;
    this.giveUp = giveUp;
    this.count = count;
  }

  /** Takes the lease and keeps it; complete once it is taken. */
  public Future<Void> take() {
    return renew().onSuccess(_ -> {
      count.age(() -> (System.nanoTime() - renewedNanos) / 1e9);
      vertx.setPeriodic(BETWEEN_GLANCES.toMillis(), __ -> glance());
      later();
    });
  }

  /**
   * A process whose lease has run out may have been taken for dead, and its runs with it. By its own clock,
   * from before it asked: it stops no later than others may take over.
   */
  private void glance() {
    if (System.nanoTime() - renewedNanos < LEASE.toNanos()) {
      return;
    }
    Set<RunKey> runs = giveUp.get();
    if (givenUp.addAll(runs)) {
      count.lost();
      LOG.atWarn().addKeyValue("count", runs.size()).log("lease has run out, runs given up");
    }
  }

  private void later() {
    vertx.setTimer(BETWEEN_ROUNDS.toMillis(), _ -> round());
  }

  /** Its own lease first: a process that was paused must not take itself for dead. */
  private void round() {
    renew().compose(_ -> interruptOrphans())
        .onFailure(error -> LOG.warn("lease could not be renewed, trying again", error))
        .onComplete(_ -> later());
  }

  private Future<Void> renew() {
    long asked = System.nanoTime();
    return pool.preparedQuery(RENEW).execute(Tuple.of(process, (double) LEASE.toSeconds()))
        .onSuccess(_ -> {
          renewedNanos = asked;
          count.renewed();
        })
        .mapEmpty();
  }

  /** Runs that this process gave up are nobody's either, whether or not others noticed. */
  private Future<Void> interruptOrphans() {
    List<RunKey> own = List.copyOf(givenUp);
    return pool.withTransaction(connection -> connection.preparedQuery(ORPHANS)
        .execute(Tuple.tuple().addString(process)
            .addArrayOfUUID(own.stream().map(RunKey::user).toArray(UUID[]::new))
            .addArrayOfUUID(own.stream().map(RunKey::run).toArray(UUID[]::new)))
        .map(Leases::orphans).compose(orphans -> interrupt(connection, orphans)))
        .onSuccess(orphans -> {
          if (orphans.size() < RUNS_AT_ONCE) {
            own.forEach(givenUp::remove);
          }
        })
        .onSuccess(orphans -> count.interrupted(orphans.size()))
        .onSuccess(orphans -> orphans.forEach(orphan -> {
          LOG.atWarn().addKeyValue("run", orphan.group.run()).addKeyValue("spell", orphan.spell)
              .addKeyValue("user", orphan.user).log("run interrupted, its process is gone");
          vertx.eventBus().publish(Addresses.spellOf(orphan.user, orphan.spell), Wire.body(orphan.group));
        })).mapEmpty();
  }

  private static List<Orphan> orphans(Iterable<Row> rows) {
    List<Orphan> orphans = new ArrayList<>();
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    for (Row row : rows) {
      RunEvent event = new RunEvent.Interrupted(row.getLong("last_seq") + 1, now,
          "the process that ran it is gone", List.of());
      orphans.add(new Orphan(row.getUUID("user_id"), row.getUUID("spell"), new RunGroup(row.getUUID("id"),
          Optional.ofNullable(row.getString("tab")), row.getInteger("fence") + 1, List.of(event))));
    }
    return orphans;
  }

  private static Future<List<Orphan>> interrupt(SqlConnection connection, List<Orphan> orphans) {
    if (orphans.isEmpty()) {
      return Future.succeededFuture(orphans);
    }
    return connection.preparedQuery(INTERRUPT).executeBatch(orphans.stream()
        .map(orphan -> Tuple.of(orphan.user, orphan.group.run(), Wire.text(orphan.group))).toList())
        .map(orphans);
  }
}
