package io.spellmesh.user;

import io.spellmesh.contract.user.Users.Account;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Tickets of sessions. In the database, because any process of the cluster may be the one to spend them. */
final class PgTicketStore {
  private static final String OFFER = """
      INSERT INTO "user".ticket (digest, session, until)
      SELECT $1, s.id, now() + make_interval(secs => $4) FROM "user".session s
      WHERE s.id = $2 AND s.account = $3""";
  private static final String SPEND = """
      WITH spent AS (DELETE FROM "user".ticket WHERE digest = $1 RETURNING session, until)
      SELECT s.id AS session, a.id, a.email, a.name, a.roles, a.created
      FROM spent JOIN "user".session s ON s.id = spent.session JOIN "user".account a ON a.id = s.account
      WHERE spent.until > now()""";

  /** A ticket that was just spent: the session it was made in, and whose that is. */
  record Spent(UUID session, Account account) {}

  private final Pool pool;

  PgTicketStore(Pool pool) {
    this.pool = pool;
  }

  /** False if the account has no such session. */
  Future<Boolean> offer(Buffer digest, UUID session, UUID account, Duration life) {
    return pool.preparedQuery(OFFER)
        .execute(Tuple.of(digest, session, account, (double) life.toSeconds()))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Present for one caller only, however many come at once. */
  Future<Optional<Spent>> spend(Buffer digest) {
    return pool.preparedQuery(SPEND).execute(Tuple.of(digest)).map(rows -> rows.stream().findFirst()
        .map(row -> new Spent(row.getUUID("session"), PgAccountStore.account(row))));
  }
}
