package io.spellmesh.spell;

import io.spellmesh.contract.spell.Spells.SpellHead;
import io.spellmesh.kit.database.DatabaseFailures;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Spells in PostgreSQL. Every statement names the owner. */
final class PgSpellStore {
  /** The id of no spell and of no project, where a statement has a parameter and the caller has none. */
  private static final UUID NONE = new UUID(0, 0);

  private static final String INSERT = """
      WITH new AS (
        INSERT INTO spell.spell (id, owner, project, name, folded_name, old_ids, wrapper, version)
        SELECT $3::uuid, p.owner, p.id, $4::text, $5::text, $6::text[], $7::text, 1
        FROM spell.project p WHERE p.owner = $1 AND p.id = $2
        RETURNING id, project, name, version, published, created, updated),
      saved AS (
        INSERT INTO spell.version (spell, version, name, graph, saved)
        SELECT id, version, name, $8::text, created FROM new)
      SELECT * FROM new""";
  private static final String WHOLE = """
      SELECT s.id, s.project, v.name, v.version, s.published, v.graph, s.created, v.saved AS updated
      FROM spell.spell s JOIN spell.version v ON v.spell = s.id
      """;
  private static final String NEWEST = WHOLE + "WHERE s.owner = $1 AND s.id = $2 AND v.version = s.version";
  private static final String AT = WHOLE + "WHERE s.owner = $1 AND s.id = $2 AND v.version = $3";
  private static final String FIND = WHOLE + """
      JOIN spell.spell place ON place.owner = $1 AND place.id = $2
      WHERE s.owner = $1 AND v.version = s.version
        AND (s.id = $4 OR s.project = place.project AND (s.name = $3 OR $3 = ANY (s.old_ids)))
      ORDER BY CASE WHEN s.id = $4 AND s.project = place.project THEN 1
                    WHEN s.project = place.project AND $3 = ANY (s.old_ids) THEN 2
                    WHEN s.id = $4 THEN 3
                    ELSE 4 END, s.number DESC
      LIMIT 1""";
  // strpos and not LIKE: a name may hold % and _, and means them.
  private static final String LIST = """
      SELECT number, id, project, name, version, published, created, updated FROM spell.spell
      WHERE owner = $1 AND ($2 = '00000000-0000-0000-0000-000000000000'::uuid OR project = $2)
        AND strpos(folded_name, $3) > 0 AND number < $4
      ORDER BY number DESC LIMIT $5""";
  private static final String LIST_BY_CHANGE = """
      SELECT number, id, project, name, version, published, created, updated FROM spell.spell
      WHERE owner = $1 AND ($2 = '00000000-0000-0000-0000-000000000000'::uuid OR project = $2)
        AND strpos(folded_name, $3) > 0 AND (updated, number) < ($4, $5)
      ORDER BY updated DESC, number DESC LIMIT $6""";
  private static final String MOVE = """
      UPDATE spell.spell s SET project = p.id FROM spell.project p
      WHERE s.owner = $1 AND s.id = $2 AND p.owner = $1 AND p.id = $3
      RETURNING s.id, s.project, s.name, s.version, s.published, s.created, s.updated""";
  private static final String WRAPPER = "SELECT wrapper FROM spell.spell WHERE owner = $1 AND id = $2";
  private static final String DELETE = "DELETE FROM spell.spell WHERE owner = $1 AND id = $2";

  private final Pool pool;
  private final Sql sql;

  PgSpellStore(Pool pool) {
    this.pool = pool;
    this.sql = new Sql(pool);
  }

  /** Saves all of them or none, in their order; nothing is answered if the owner has no such project. */
  Future<List<SpellHead>> insert(UUID owner, UUID project, List<Draft> drafts) {
    List<Tuple> rows = drafts.stream().map(draft -> row(owner, project, draft)).toList();
    // The driver happens to send a batch as one transaction already; that it is one must not hang on that.
    return pool.withTransaction(connection -> insert(connection, rows))
        .recover(error -> Future.failedFuture(DatabaseFailures.map(error)));
  }

  private static Future<List<SpellHead>> insert(SqlConnection connection, List<Tuple> rows) {
    return connection.preparedQuery(INSERT).executeBatch(rows).map(first -> {
      List<SpellHead> heads = new ArrayList<>();
      for (RowSet<Row> each = first; each != null; each = each.next()) {
        each.forEach(row -> heads.add(Stored.head(row)));
      }
      return heads;
    });
  }

  private static Tuple row(UUID owner, UUID project, Draft draft) {
    return Tuple.from(List.of(owner, project, draft.id(), draft.name(), folded(draft.name()),
        draft.oldIds().toArray(String[]::new), draft.wrapper(), draft.graph()));
  }

  Future<Optional<Stored>> newest(UUID owner, UUID spell) {
    return sql.first(NEWEST, owner, spell).map(row -> row.map(Stored::of));
  }

  Future<Optional<Stored>> at(UUID owner, UUID spell, int version) {
    return sql.first(AT, owner, spell, version).map(row -> row.map(Stored::of));
  }

  /** @param id what {@code idOrName} is if it is an id of ours */
  Future<Optional<Stored>> find(UUID owner, UUID within, String idOrName, Optional<UUID> id) {
    return sql.first(FIND, owner, within, idOrName, id.orElse(NONE)).map(row -> row.map(Stored::of));
  }

  /** Newest first. */
  Future<Slice<SpellHead>> list(UUID owner, Optional<UUID> project, String partOfName, long before,
      int size) {
    return sql.ask(LIST, owner, project.orElse(NONE), folded(partOfName), before, size + 1)
        .map(rows -> Slice.of(rows, size, Cursor.SPELLS, Stored::head));
  }

  /** The last changed first. */
  Future<Slice<SpellHead>> listByChange(UUID owner, Optional<UUID> project, String partOfName,
      ChangedCursor before, int size) {
    return sql.ask(LIST_BY_CHANGE, owner, project.orElse(NONE), folded(partOfName), before.updated(),
            before.number(), size + 1)
        .map(rows -> Slice.of(rows, size, row -> new ChangedCursor(row.getOffsetDateTime("updated"),
            row.getLong("number")).text(), Stored::head));
  }

  /** @return nothing if the owner has no such spell or no such project */
  Future<Optional<SpellHead>> move(UUID owner, UUID spell, UUID project) {
    return sql.first(MOVE, owner, spell, project).map(row -> row.map(Stored::head));
  }

  /** What its file said beside the graph, as JSON. */
  Future<Optional<String>> wrapper(UUID owner, UUID spell) {
    return sql.first(WRAPPER, owner, spell).map(row -> row.map(found -> found.getString("wrapper")));
  }

  /** @return whether there was one */
  Future<Boolean> delete(UUID owner, UUID spell) {
    return sql.ask(DELETE, owner, spell).map(rows -> rows.rowCount() > 0);
  }

  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
