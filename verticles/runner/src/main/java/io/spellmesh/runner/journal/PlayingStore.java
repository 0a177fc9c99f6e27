package io.spellmesh.runner.journal;

import io.spellmesh.runner.journal.RunHeads.Pair;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which processes play which spells: for tabs, and for those who hold them. */
public final class PlayingStore {
  private static final String JOIN = """
      INSERT INTO runner.playing (user_id, spell, process) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING""";
  private static final String LEAVE = """
      DELETE FROM runner.playing WHERE user_id = $1 AND spell = $2 AND process = $3""";
  private static final String LEAVE_UNLESS_HELD = LEAVE + """
      \sAND NOT EXISTS (SELECT 1 FROM runner.held h WHERE h.user_id = $1 AND h.spell = $2)""";
  private static final String HOLD = """
      INSERT INTO runner.held (user_id, spell)
      SELECT $1, $2 WHERE (SELECT count(*) FROM runner.held WHERE user_id = $1 AND spell <> $2) < $3
      ON CONFLICT (user_id, spell) DO UPDATE SET since = runner.held.since""";
  private static final String RELEASE = "DELETE FROM runner.held WHERE user_id = $1 AND spell = $2";
  private static final String PAUSE = """
      WITH released AS (DELETE FROM runner.held WHERE user_id = $1 AND spell = $2)
      DELETE FROM runner.playing WHERE user_id = $1 AND spell = $2""";
  /** Of those who take a spell that nobody plays, one plays it and the others stand by. */
  private static final String CLAIM = """
      INSERT INTO runner.playing (user_id, spell, process)
      SELECT h.user_id, h.spell, $1 FROM runner.held h WHERE NOT EXISTS (
        SELECT 1 FROM runner.playing p WHERE p.user_id = h.user_id AND p.spell = h.spell)
      ORDER BY h.since LIMIT 20 ON CONFLICT DO NOTHING""";
  private static final String TURNS = """
      SELECT mine.user_id, mine.spell, mine.process = (
        SELECT p.process FROM runner.playing p JOIN runner.process l ON l.id = p.process AND l.lease > now()
        WHERE p.user_id = mine.user_id AND p.spell = mine.spell ORDER BY p.since, p.process LIMIT 1) AS first
      FROM runner.playing mine WHERE mine.process = $1""";
  private static final String PRUNE = """
      DELETE FROM runner.playing p
      WHERE NOT EXISTS (SELECT 1 FROM runner.process l WHERE l.id = p.process AND l.lease > now())""";
  private static final String STATE = """
      SELECT (SELECT p.process FROM runner.playing p JOIN runner.process l ON l.id = p.process AND l.lease > now()
        WHERE p.user_id = $1 AND p.spell = $2 ORDER BY p.since, p.process LIMIT 1) AS process,
        EXISTS (SELECT 1 FROM runner.held WHERE user_id = $1 AND spell = $2) AS held""";

  /** @param process that plays it, if one does */
  public record State(Optional<String> process, boolean isHeld) {}

  private final Pool pool;
  private final String process;

  public PlayingStore(Pool pool, String process) {
    this.pool = pool;
    this.process = process;
  }

  /** This process has a tab that plays the spell. */
  public Future<Void> join(Pair of) {
    return pool.preparedQuery(JOIN).execute(Tuple.of(of.user(), of.spell(), process)).mapEmpty();
  }

  /** This process has none any more. */
  public Future<Void> leave(Pair of) {
    return pool.preparedQuery(LEAVE).execute(Tuple.of(of.user(), of.spell(), process)).mapEmpty();
  }

  /** The same, unless somebody holds the spell. @return whether it has left */
  public Future<Boolean> leaveUnlessHeld(Pair of) {
    return pool.preparedQuery(LEAVE_UNLESS_HELD).execute(Tuple.of(of.user(), of.spell(), process))
        .map(rows -> rows.rowCount() > 0);
  }

  /** It is played until it is paused. @return false if its user holds {@code most} others */
  public Future<Boolean> hold(Pair of, int most) {
    return pool.preparedQuery(HOLD).execute(Tuple.of(of.user(), of.spell(), most)).map(rows -> rows.rowCount() > 0);
  }

  /** It is played for tabs alone. */
  public Future<Void> release(Pair of) {
    return pool.preparedQuery(RELEASE).execute(Tuple.of(of.user(), of.spell())).mapEmpty();
  }

  /** Nobody plays it any more. */
  public Future<Void> pause(Pair of) {
    return pool.preparedQuery(PAUSE).execute(Tuple.of(of.user(), of.spell())).mapEmpty();
  }

  public Future<State> state(Pair of) {
    return pool.preparedQuery(STATE).execute(Tuple.of(of.user(), of.spell())).map(rows -> {
      Row row = rows.iterator().next();
      return new State(Optional.ofNullable(row.getString("process")), row.getBoolean("held"));
    });
  }

  /**
   * What this process has joined and nobody paused, and whether it is the one to play it. What is held and nobody plays
   * is joined first.
   */
  public Future<Map<Pair, Boolean>> turns() {
    return pool.preparedQuery(PRUNE).execute()
        .compose(_ -> pool.preparedQuery(CLAIM).execute(Tuple.of(process)))
        .compose(_ -> pool.preparedQuery(TURNS).execute(Tuple.of(process)))
        .map(rows -> {
          Map<Pair, Boolean> turns = new HashMap<>();
          rows.forEach(row -> turns.put(new Pair(row.getUUID("user_id"), row.getUUID("spell")),
              Boolean.TRUE.equals(row.getBoolean("first"))));
          return turns;
        });
  }
}
