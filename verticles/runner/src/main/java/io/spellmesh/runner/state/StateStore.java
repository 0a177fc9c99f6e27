package io.spellmesh.runner.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.StateChange;
import io.spellmesh.kit.database.DatabaseFailures;
import io.spellmesh.runner.journal.RunHeads.Pair;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** One object for each person and spell. */
public final class StateStore {
  private static final String READ = "SELECT json FROM runner.state WHERE user_id = $1 AND spell = $2";
  private static final String NOTE_STEP = """
      INSERT INTO runner.state_step (user_id, spell, step) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING""";
  /** Makes the row if need be, and keeps others from it until the end of the transaction. */
  private static final String LOCK = """
      INSERT INTO runner.state AS s (user_id, spell, json) VALUES ($1, $2, $3)
      ON CONFLICT (user_id, spell) DO UPDATE SET json = s.json RETURNING json""";
  private static final String WRITE = "UPDATE runner.state SET json = $3 WHERE user_id = $1 AND spell = $2";
  /** As long as a run can be resumed. */
  private static final String FORGET = "DELETE FROM runner.state_step WHERE at < now() - interval '31 days'";
  /** Each is looked at by one process, also where several ask at once. */
  private static final String LOOK = """
      UPDATE runner.state s SET looked = now() FROM (
        SELECT user_id, spell FROM runner.state WHERE looked < now() - make_interval(secs => $1)
        ORDER BY looked LIMIT $2 FOR UPDATE SKIP LOCKED) AS due
      WHERE s.user_id = due.user_id AND s.spell = due.spell RETURNING s.user_id, s.spell""";
  private static final String DROP = """
      WITH steps AS (DELETE FROM runner.state_step WHERE user_id = $1 AND spell = $2)
      DELETE FROM runner.state WHERE user_id = $1 AND spell = $2""";

  private final Pool pool;
  private final long mostBytes;

  /** @param mostBytes of one state, as UTF-8 JSON */
  public StateStore(Pool pool, long mostBytes) {
    this.pool = pool;
    this.mostBytes = mostBytes;
  }

  /** Nothing if no run has changed it yet. */
  Future<Optional<ObjectNode>> read(UUID user, UUID spell) {
    return read(pool, user, spell).recover(StateStore::worded);
  }

  private static Future<Optional<ObjectNode>> read(SqlClient client, UUID user, UUID spell) {
    return client.preparedQuery(READ).execute(Tuple.of(user, spell)).map(StateStore::json);
  }

  /**
   * @param step  whose change it is; one that was made before is not made again
   * @param first what is changed if nothing is kept yet
   * @return the state after it
   */
  Future<ObjectNode> change(UUID user, UUID spell, String step, StateChange change, ObjectNode first) {
    return pool.withTransaction(client -> client.preparedQuery(NOTE_STEP).execute(Tuple.of(user, spell, step))
        .compose(noted -> noted.rowCount() == 0 ? read(client, user, spell).map(kept -> kept.orElse(first))
            : change(client, user, spell, change::applyTo, first))).recover(StateStore::worded);
  }

  /** The same for a person, who may do a thing twice. */
  Future<ObjectNode> change(UUID user, UUID spell, UnaryOperator<ObjectNode> change, ObjectNode first) {
    return pool.withTransaction(client -> change(client, user, spell, change, first)).recover(StateStore::worded);
  }

  private Future<ObjectNode> change(SqlClient client, UUID user, UUID spell, UnaryOperator<ObjectNode> change,
      ObjectNode first) {
    return client.preparedQuery(LOCK).execute(Tuple.of(user, spell, first.toString())).compose(locked -> {
      ObjectNode next = change.apply(json(locked).orElse(first));
      return client.preparedQuery(WRITE).execute(Tuple.of(user, spell, bounded(next))).map(next);
    });
  }

  private String bounded(ObjectNode state) {
    String json = state.toString();
    int bytes = bytes(json);
    if (bytes > mostBytes) {
      throw new NodeFailure("makes the spell's state " + bytes + " bytes large, may be " + mostBytes);
    }
    return json;
  }

  static int bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Of one state, as UTF-8 JSON. */
  long mostBytes() {
    return mostBytes;
  }

  /** Forgets steps that nobody will ask for again. */
  public Future<Void> forget() {
    return pool.query(FORGET).execute().mapEmpty();
  }

  /** Whose states nobody has looked at for so long, the longest ago first; they are looked at now. */
  Future<List<Pair>> look(Duration before, int most) {
    return pool.preparedQuery(LOOK).execute(Tuple.of((double) before.toSeconds(), most))
        .map(rows -> rows.stream().map(row -> new Pair(row.getUUID("user_id"), row.getUUID("spell"))).toList());
  }

  /** As if no run had ever changed it. */
  Future<Void> drop(Pair of) {
    return pool.preparedQuery(DROP).execute(Tuple.of(of.user(), of.spell())).mapEmpty();
  }

  private static Optional<ObjectNode> json(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty()
        : Optional.of(Wire.read(rows.iterator().next().getString(0), ObjectNode.class));
  }

  private static <T> Future<T> worded(Throwable error) {
    return Future.failedFuture(error instanceof NodeFailure ? error : DatabaseFailures.map(error));
  }
}
