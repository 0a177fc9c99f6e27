package io.spellmesh.user;

import io.spellmesh.contract.user.Users.Session;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Sessions and their refresh tokens. A session that has ended is gone, and its id is among the revoked. */
final class PgSessionStore {
  private static final String OPEN = """
      WITH opened AS (INSERT INTO "user".session (id, account) VALUES ($1, $2) RETURNING id)
      INSERT INTO "user".refresh_token (digest, session) SELECT $3, id FROM opened""";
  /** Nobody has more log-ins worth listing; the newest come first. */
  private static final String LIST = """
      SELECT id, created, last_used FROM "user".session WHERE account = $1
      ORDER BY last_used DESC, id LIMIT 200""";
  private static final String LIVES = """
      SELECT FROM "user".session WHERE id = $1 AND account = $2""";
  private static final String END = """
      WITH gone AS (DELETE FROM "user".session WHERE id = $1 AND account = $2 RETURNING id)
      INSERT INTO "user".revocation (id, until)
      SELECT id, now() + make_interval(secs => $3) FROM gone""";
  /**
   * The session's row is what refreshes of all processes wait for. The token is looked at only in the next
   * statement: this one, once it has waited, would still show it as it was before.
   */
  private static final String LOCK = """
      SELECT s.id, s.account FROM "user".session s
      WHERE s.id = (SELECT session FROM "user".refresh_token WHERE digest = $1) FOR UPDATE""";
  private static final String LOOK = """
      SELECT created > statement_timestamp() - make_interval(secs => $2) AS young,
        spent IS NULL OR spent > statement_timestamp() - make_interval(secs => $3) AS good
      FROM "user".refresh_token WHERE digest = $1""";
  private static final String RENEW = """
      WITH old AS (
        UPDATE "user".refresh_token SET spent = coalesce(spent, statement_timestamp())
        WHERE digest = $1 RETURNING session),
      fresh AS (INSERT INTO "user".refresh_token (digest, session) SELECT $2, session FROM old),
      used AS (
        UPDATE "user".session s SET last_used = statement_timestamp() FROM old
        WHERE s.id = old.session RETURNING s.id, s.account)
      SELECT used.id AS session, a.id, a.email, a.name, a.roles, a.created
      FROM used JOIN "user".account a ON a.id = used.account""";

  private final Pool pool;
  private final UserConfig config;

  PgSessionStore(Pool pool, UserConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /** Fails with a foreign key's violation, if the account is gone. */
  Future<Void> open(UUID session, UUID account, Buffer refreshToken) {
    return pool.preparedQuery(OPEN).execute(Tuple.of(session, account, refreshToken)).mapEmpty();
  }

  Future<List<Session>> list(UUID account, UUID current) {
    return pool.preparedQuery(LIST).execute(Tuple.of(account)).map(rows -> rows.stream()
        .map(row -> new Session(row.getUUID("id"), row.getOffsetDateTime("created").toInstant(),
            row.getOffsetDateTime("last_used").toInstant(), row.getUUID("id").equals(current)))
        .toList());
  }

  Future<Boolean> lives(UUID session, UUID account) {
    return pool.preparedQuery(LIVES).execute(Tuple.of(session, account)).map(rows -> rows.size() == 1);
  }

  /** False if the account has no such session. */
  Future<Boolean> end(UUID session, UUID account) {
    return pool.preparedQuery(END).execute(ending(session, account)).map(rows -> rows.rowCount() == 1);
  }

  /** Spends a refresh token for a fresh one. Reuse is no failure: what it ends must be committed. */
  Future<Rotation> rotate(Buffer old, Buffer fresh) {
    return pool.withTransaction(transaction -> transaction.preparedQuery(LOCK).execute(Tuple.of(old))
        .compose(locked -> locked.size() == 0
            ? refused()
            : rotate(transaction, old, fresh, locked.iterator().next())));
  }

  private Future<Rotation> rotate(SqlConnection transaction, Buffer old, Buffer fresh, Row session) {
    Tuple look = Tuple.of(old, seconds(config.auth().refreshTokenLife()),
        seconds(config.auth().refreshGrace()));
    return transaction.preparedQuery(LOOK).execute(look).compose(rows -> {
      Row token = rows.iterator().next();
      if (!token.getBoolean("young")) {
        return refused();
      }
      return token.getBoolean("good")
          ? renew(transaction, old, fresh)
          : reused(transaction, session.getUUID("id"), session.getUUID("account"));
    });
  }

  private static Future<Rotation> renew(SqlConnection transaction, Buffer old, Buffer fresh) {
    return transaction.preparedQuery(RENEW).execute(Tuple.of(old, fresh)).map(rows -> {
      Row row = rows.iterator().next();
      return new Rotation.Renewed(PgAccountStore.account(row), row.getUUID("session"));
    });
  }

  private Future<Rotation> reused(SqlConnection transaction, UUID session, UUID account) {
    return transaction.preparedQuery(END).execute(ending(session, account))
        .map(_ -> new Rotation.Reused(session));
  }

  private static Future<Rotation> refused() {
    return Future.succeededFuture(new Rotation.Refused());
  }

  private Tuple ending(UUID session, UUID account) {
    return Tuple.of(session, account, seconds(config.revocationLife()));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
