package io.spellmesh.user;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;

/** Codes that sign in once. In the database, because any process of the cluster may be asked. */
final class PgLinkStore {
  private static final String OFFER = """
      INSERT INTO "user".link_code (digest, until) VALUES ($1, now() + make_interval(secs => $2))""";
  private static final String SPEND = """
      DELETE FROM "user".link_code WHERE digest = $1 AND until > now()""";

  private final Pool pool;

  PgLinkStore(Pool pool) {
    this.pool = pool;
  }

  Future<Void> offer(Secret code, Duration life) {
    return pool.preparedQuery(OFFER).execute(Tuple.of(code.digest(), (double) life.toSeconds())).mapEmpty();
  }

  /** True for one caller only, however many come at once. */
  Future<Boolean> spend(Secret code) {
    return pool.preparedQuery(SPEND).execute(Tuple.of(code.digest())).map(rows -> rows.rowCount() == 1);
  }
}
