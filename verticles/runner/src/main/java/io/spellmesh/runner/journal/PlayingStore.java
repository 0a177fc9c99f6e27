package io.spellmesh.runner.journal;

import io.spellmesh.runner.journal.RunHeads.Pair;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;

/** Which processes have tabs that play which spells. */
public final class PlayingStore {
  private static final String JOIN = """
      INSERT INTO runner.playing (user_id, spell, process) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING""";
  private static final String LEAVE = """
      DELETE FROM runner.playing WHERE user_id = $1 AND spell = $2 AND process = $3""";
  private static final String PAUSE = "DELETE FROM runner.playing WHERE user_id = $1 AND spell = $2";
  private static final String TURNS = """
      SELECT mine.user_id, mine.spell, mine.process = (
        SELECT p.process FROM runner.playing p JOIN runner.process l ON l.id = p.process AND l.lease > now()
        WHERE p.user_id = mine.user_id AND p.spell = mine.spell ORDER BY p.since, p.process LIMIT 1) AS first
      FROM runner.playing mine WHERE mine.process = $1""";
  private static final String PRUNE = """
      DELETE FROM runner.playing p
      WHERE NOT EXISTS (SELECT 1 FROM runner.process l WHERE l.id = p.process AND l.lease > now())""";

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

  /** Nobody plays it any more. */
  public Future<Void> pause(Pair of) {
    return pool.preparedQuery(PAUSE).execute(Tuple.of(of.user(), of.spell())).mapEmpty();
  }

  /** What this process has joined and nobody paused, and whether it is the one to play it. */
  public Future<Map<Pair, Boolean>> turns() {
    return pool.preparedQuery(PRUNE).execute().compose(_ -> pool.preparedQuery(TURNS).execute(Tuple.of(process)))
        .map(rows -> {
          Map<Pair, Boolean> turns = new HashMap<>();
          rows.forEach(row -> turns.put(new Pair(row.getUUID("user_id"), row.getUUID("spell")),
              Boolean.TRUE.equals(row.getBoolean("first"))));
          return turns;
        });
  }
}
