package io.spellmesh.runner.journal;

import io.spellmesh.runner.journal.RunHeads.Pair;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** By which secrets others post to which spells. Secrets themselves are kept nowhere. */
public final class HookStore {
  private static final String OPEN = """
      INSERT INTO runner.hook (secret, user_id, spell) VALUES ($1, $2, $3)
      ON CONFLICT (user_id, spell) DO UPDATE SET secret = excluded.secret""";
  private static final String CLOSE = "DELETE FROM runner.hook WHERE user_id = $1 AND spell = $2";
  private static final String FIND = "SELECT user_id, spell FROM runner.hook WHERE secret = $1";

  private final Pool pool;

  public HookStore(Pool pool) {
    this.pool = pool;
  }

  /** @param digest of the secret, in place of any other of this spell */
  public Future<Void> open(Pair of, byte[] digest) {
    return pool.preparedQuery(OPEN).execute(Tuple.of(Buffer.buffer(digest), of.user(), of.spell())).mapEmpty();
  }

  public Future<Void> close(Pair of) {
    return pool.preparedQuery(CLOSE).execute(Tuple.of(of.user(), of.spell())).mapEmpty();
  }

  public Future<Optional<Pair>> find(byte[] digest) {
    return pool.preparedQuery(FIND).execute(Tuple.of(Buffer.buffer(digest))).map(rows -> {
      for (Row row : rows) {
        return Optional.of(new Pair(row.getUUID("user_id"), row.getUUID("spell")));
      }
      return Optional.empty();
    });
  }
}
