package io.spellmesh.spell;

import io.spellmesh.contract.spell.Spells.SpellHead;
import io.spellmesh.contract.spell.Spells.Version;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import java.util.UUID;

/** Versions of spells in PostgreSQL. Every statement names the owner. */
final class PgVersionStore {
  // The row lock of the UPDATE lets one of two savers go first; the other then finds another version.
  private static final String SAVE = """
      WITH changed AS (
        UPDATE spell.spell SET version = version + 1, name = coalesce(nullif($4, ''), name),
          folded_name = coalesce(nullif($5, ''), folded_name), updated = now()
        WHERE owner = $1 AND id = $2 AND version = $3
        RETURNING id, project, name, version, published, created, updated),
      saved AS (
        INSERT INTO spell.version (spell, version, name, graph, saved)
        SELECT c.id, c.version, c.name, CASE WHEN $6 <> '' THEN $6 ELSE base.graph END, c.updated
        FROM changed c JOIN spell.version base ON base.spell = c.id AND base.version = $3
        RETURNING graph)
      SELECT changed.*, CASE WHEN $6 = '' THEN saved.graph ELSE '' END AS graph FROM changed, saved""";
  private static final String NEWEST = "SELECT version FROM spell.spell WHERE owner = $1 AND id = $2";
  private static final String LIST = """
      SELECT v.version AS number, v.name, v.saved
      FROM spell.spell s JOIN spell.version v ON v.spell = s.id
      WHERE s.owner = $1 AND s.id = $2 AND v.version::bigint < $3
      ORDER BY v.version DESC LIMIT $4""";
  private static final String PUBLISH = """
      UPDATE spell.spell s SET published = v.version FROM spell.version v
      WHERE s.owner = $1 AND s.id = $2 AND v.spell = s.id AND v.version = $3
      RETURNING s.id, s.project, s.name, s.version, s.published, s.created, s.updated""";

  private final Sql sql;

  PgVersionStore(Pool pool) {
    this.sql = new Sql(pool);
  }

  /**
   * Saves a version on top of {@code base}.
   *
   * @param name  unchanged if absent
   * @param graph unchanged if absent
   * @return the new version, its graph empty text if {@code graph} was given; nothing if {@code base} is
   *         not the newest version or the spell is not there
   */
  Future<Optional<Stored>> save(UUID owner, UUID spell, int base, Optional<String> name,
      Optional<String> graph) {
    return sql.first(SAVE, owner, spell, base, name.orElse(""), name.map(PgSpellStore::folded).orElse(""),
        graph.orElse("")).map(row -> row.map(Stored::of));
  }

  /** The number of the newest version. */
  Future<Optional<Integer>> newest(UUID owner, UUID spell) {
    return sql.first(NEWEST, owner, spell).map(row -> row.map(found -> found.getInteger("version")));
  }

  /** Newest first. */
  Future<Slice<Version>> list(UUID owner, UUID spell, long before, int size) {
    return sql.ask(LIST, owner, spell, before, size + 1)
        .map(rows -> Slice.of(rows, size, Cursor.VERSIONS, PgVersionStore::version));
  }

  /** @return nothing if there is no such version */
  Future<Optional<SpellHead>> publish(UUID owner, UUID spell, int version) {
    return sql.first(PUBLISH, owner, spell, version).map(row -> row.map(Stored::head));
  }

  private static Version version(Row row) {
    return new Version(row.getInteger("number"), row.getString("name"),
        row.getOffsetDateTime("saved").toInstant());
  }
}
