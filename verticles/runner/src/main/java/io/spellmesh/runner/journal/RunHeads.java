package io.spellmesh.runner.journal;

import io.spellmesh.contract.run.RunHead;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** How far the runs of people's spells have come. */
public final class RunHeads {
  /** Of the runs that have ended only the newest are looked at, for a spell may have many thousands. */
  private static final String HEADS = """
      SELECT t.user_id, t.spell, r.id, r.fence, r.last_seq, r.status
      FROM unnest($1::uuid[], $2::uuid[]) AS t (user_id, spell) CROSS JOIN LATERAL (
        SELECT id, fence, last_seq, status FROM runner.run
        WHERE user_id = t.user_id AND spell = t.spell AND status IN ('running', 'waiting')
        UNION ALL
        (SELECT id, fence, last_seq, status FROM runner.run
          WHERE user_id = t.user_id AND spell = t.spell AND ended > now() - make_interval(secs => $3)
          ORDER BY ended DESC LIMIT 200)) AS r""";

  /** A person's spell. */
  public record Pair(UUID user, UUID spell) {}

  public record Found(Pair of, RunHead head) {}

  private final Pool pool;

  public RunHeads(Pool pool) {
    this.pool = pool;
  }

  /** Heads of the runs under way, and of those that ended or were interrupted a while ago. */
  public Future<List<Found>> of(Collection<Pair> pairs, Duration ended) {
    if (pairs.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    return pool.preparedQuery(HEADS).execute(Tuple.tuple()
        .addArrayOfUUID(pairs.stream().map(Pair::user).toArray(UUID[]::new))
        .addArrayOfUUID(pairs.stream().map(Pair::spell).toArray(UUID[]::new))
        .addDouble((double) ended.toSeconds())).map(rows -> {
          List<Found> found = new ArrayList<>();
          rows.forEach(row -> found.add(new Found(
              new Pair(row.getUUID("user_id"), row.getUUID("spell")), head(row.getUUID("id"), row))));
          return found;
        });
  }

  static RunHead head(UUID run, Row row) {
    return new RunHead(run, row.getInteger("fence"), row.getLong("last_seq"),
        JournalSql.status(row.getString("status")));
  }
}
