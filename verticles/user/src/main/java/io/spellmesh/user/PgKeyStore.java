package io.spellmesh.user;

import io.spellmesh.contract.user.Users.Account;
import io.spellmesh.contract.user.Users.Key;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** API keys. */
final class PgKeyStore {
  private static final String CREATE = """
      INSERT INTO "user".api_key (id, account, name, digest, hint)
      SELECT $1, s.account, $4, $5, $6 FROM "user".session s
      WHERE s.id = $2 AND s.account = $3
        AND (SELECT count(*) FROM "user".api_key k WHERE k.account = $3) < $7
      RETURNING created""";
  private static final String LIST = """
      SELECT id, name, hint, created, last_used FROM "user".api_key
      WHERE account = $1 ORDER BY created DESC, id""";
  private static final String REVOKE = """
      WITH gone AS (DELETE FROM "user".api_key WHERE id = $1 AND account = $2 RETURNING id)
      INSERT INTO "user".revocation (id, until)
      SELECT id, now() + make_interval(secs => $3) FROM gone""";
  private static final String USE = """
      UPDATE "user".api_key k SET last_used = now() FROM "user".account a
      WHERE k.digest = $1 AND a.id = k.account
      RETURNING k.id AS key, a.id, a.email, a.name, a.roles, a.created""";

  /** A key that was just used, and whose it is. */
  record Used(UUID key, Account account) {}

  /** A key to be stored. */
  record Draft(UUID id, UUID account, UUID session, String name, Buffer digest, String hint) {}

  private final Pool pool;

  PgKeyStore(Pool pool) {
    this.pool = pool;
  }

  /** When it was stored; empty if the account has {@code most} already, or the session is none of its own. */
  Future<Optional<Instant>> create(Draft key, int most) {
    return pool.preparedQuery(CREATE)
        .execute(Tuple.of(key.id(), key.session(), key.account(), key.name(), key.digest(), key.hint(),
            (long) most))
        .map(rows -> rows.stream().findFirst()
            .map(row -> row.getOffsetDateTime("created").toInstant()));
  }

  Future<List<Key>> list(UUID account) {
    return pool.preparedQuery(LIST).execute(Tuple.of(account))
        .map(rows -> rows.stream().map(PgKeyStore::key).toList());
  }

  /** False if the account has no such key. */
  Future<Boolean> revoke(UUID key, UUID account, Duration revokedFor) {
    return pool.preparedQuery(REVOKE).execute(Tuple.of(key, account, (double) revokedFor.toSeconds()))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Empty if nobody has such a key. */
  Future<Optional<Used>> use(Buffer digest) {
    return pool.preparedQuery(USE).execute(Tuple.of(digest)).map(rows -> rows.stream().findFirst()
        .map(row -> new Used(row.getUUID("key"), PgAccountStore.account(row))));
  }

  private static Key key(Row row) {
    return new Key(row.getUUID("id"), row.getString("name"), row.getString("hint"),
        row.getOffsetDateTime("created").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("last_used")).map(OffsetDateTime::toInstant));
  }
}
