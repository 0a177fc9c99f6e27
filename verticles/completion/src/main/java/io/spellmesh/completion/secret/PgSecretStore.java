package io.spellmesh.completion.secret;

import io.spellmesh.contract.completion.Secrets.Secret;
import io.spellmesh.kit.identity.VaultKey;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Secrets of users, by name. */
public final class PgSecretStore {
  private static final String KEEP = """
      INSERT INTO completion.secret (owner, name, id, sealed, hint) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (owner, name) DO UPDATE SET id = $3, sealed = $4, hint = $5, kept = now()
      RETURNING name, hint, kept""";
  private static final String LIST = """
      SELECT name, hint, kept FROM completion.secret WHERE owner = $1 ORDER BY name""";
  private static final String FORGET = """
      DELETE FROM completion.secret WHERE owner = $1 AND name = $2""";
  private static final String ALL = """
      SELECT name, id, sealed FROM completion.secret WHERE owner = $1""";
  private static final int HINT = 4;

  private final Pool pool;
  private final VaultKey vault;

  public PgSecretStore(Pool pool, VaultKey vault) {
    this.pool = pool;
    this.vault = vault;
  }

  Future<Secret> keep(UUID owner, String name, String value) {
    UUID id = UUID.randomUUID();
    return pool.preparedQuery(KEEP).execute(Tuple.of(owner, name, id,
            Buffer.buffer(vault.seal(value, about(owner, name, id))), value.substring(value.length() - HINT)))
        .map(rows -> secret(rows.iterator().next()));
  }

  Future<List<Secret>> list(UUID owner) {
    return pool.preparedQuery(LIST).execute(Tuple.of(owner))
        .map(rows -> rows.stream().map(PgSecretStore::secret).toList());
  }

  /** False if there was none. */
  Future<Boolean> forget(UUID owner, String name) {
    return pool.preparedQuery(FORGET).execute(Tuple.of(owner, name)).map(rows -> rows.rowCount() == 1);
  }

  /**
   * Every secret of a user, opened, by name.
   *
   * @return fails with UNPROCESSABLE if one was sealed with another key
   */
  public Future<Map<String, String>> of(UUID owner) {
    return pool.preparedQuery(ALL).execute(Tuple.of(owner)).map(rows -> {
      Map<String, String> opened = new HashMap<>();
      rows.forEach(row -> opened.put(row.getString("name"), vault.open(row.getBuffer("sealed").getBytes(),
          about(owner, row.getString("name"), row.getUUID("id")))));
      return opened;
    });
  }

  private static String about(UUID owner, String name, UUID id) {
    return owner + "/" + name + "/" + id;
  }

  private static Secret secret(Row row) {
    return new Secret(row.getString("name"), row.getString("hint"), row.getOffsetDateTime("kept").toInstant());
  }
}
