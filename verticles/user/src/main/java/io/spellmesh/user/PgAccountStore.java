package io.spellmesh.user;

import io.spellmesh.contract.user.Users.Account;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The accounts, and the addresses they were signed in from. */
final class PgAccountStore {
  private static final String COLUMNS = "a.id, a.email, a.name, a.roles, a.created";
  private static final String CREATE = """
      INSERT INTO "user".account AS a (id, email, name, password_hash, roles) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (email) DO NOTHING RETURNING\s""" + COLUMNS;
  /** Updates nothing; a conflict that does nothing would return no row. */
  private static final String OWNER = """
      INSERT INTO "user".account AS a (id, email, roles) VALUES ($1, $2, $3)
      ON CONFLICT (email) DO UPDATE SET email = excluded.email RETURNING\s""" + COLUMNS;
  private static final String FIND = "SELECT " + COLUMNS + " FROM \"user\".account a WHERE a.id = $1";
  private static final String CREDENTIALS = "SELECT " + COLUMNS + """
      , a.password_hash, EXISTS (
        SELECT FROM "user".known_address k WHERE k.account = a.id AND k.address = $2) AS known
      FROM "user".account a WHERE a.email = $1""";
  private static final String REMEMBER = """
      INSERT INTO "user".known_address (account, address)
      SELECT id, $2 FROM "user".account WHERE id = $1
      ON CONFLICT (account, address) DO UPDATE SET last_used = now()""";
  private static final String DELETE = """
      WITH gone AS (
        DELETE FROM "user".account WHERE id = $1
        AND EXISTS (SELECT FROM "user".session WHERE id = $2 AND account = $1) RETURNING id)
      INSERT INTO "user".revocation (id, until) SELECT id, now() + make_interval(secs => $3) FROM gone""";

  private final Pool pool;

  PgAccountStore(Pool pool) {
    this.pool = pool;
  }

  /** Empty if the address is taken. */
  Future<Optional<Account>> create(Email email, Optional<String> name, String passwordHash,
      Set<String> roles) {
    return pool.preparedQuery(CREATE)
        .execute(Tuple.of(UUID.randomUUID(), email.text(), name.map(Texts::storable).orElse(null),
            passwordHash, roles.toArray(String[]::new)))
        .map(PgAccountStore::first);
  }

  /** The account of whoever runs this program, made at the first call. No password opens it. */
  Future<Account> owner(Set<String> roles) {
    return pool.preparedQuery(OWNER)
        .execute(Tuple.of(UUID.randomUUID(), Email.OWNER.text(), roles.toArray(String[]::new)))
        .map(rows -> account(rows.iterator().next()));
  }

  Future<Optional<Account>> find(UUID id) {
    return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(PgAccountStore::first);
  }

  Future<Optional<Credentials>> credentials(Email email, Optional<Origin> origin) {
    return pool.preparedQuery(CREDENTIALS)
        .execute(Tuple.of(email.text(), origin.map(Origin::digest).orElse(null)))
        .map(rows -> rows.stream().findFirst().map(row -> new Credentials(account(row),
            Optional.ofNullable(row.getString("password_hash")), row.getBoolean("known"))));
  }

  /** Makes the address one that strangers cannot lock the account out of. */
  Future<Void> remember(UUID account, Optional<Origin> origin) {
    return origin.map(from -> pool.preparedQuery(REMEMBER).execute(Tuple.of(account, from.digest()))
        .<Void>mapEmpty()).orElseGet(Future::succeededFuture);
  }

  /** Takes it away with all that hangs on it; false if that session is none of its log-ins. */
  Future<Boolean> delete(UUID id, UUID session, Duration revokedFor) {
    return pool.preparedQuery(DELETE).execute(Tuple.of(id, session, (double) revokedFor.toSeconds()))
        .map(rows -> rows.rowCount() == 1);
  }

  private static Optional<Account> first(RowSet<Row> rows) {
    return rows.stream().findFirst().map(PgAccountStore::account);
  }

  static Account account(Row row) {
    return new Account(row.getUUID("id"), row.getString("email"), Optional.ofNullable(row.getString("name")),
        Set.of(row.getArrayOfStrings("roles")), row.getOffsetDateTime("created").toInstant());
  }
}
