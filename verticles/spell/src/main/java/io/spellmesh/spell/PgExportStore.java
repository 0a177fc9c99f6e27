package io.spellmesh.spell;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What goes into exported files, from PostgreSQL. Every statement names the owner. */
final class PgExportStore {
  private static final String PARTS = """
      SELECT s.id, v.name, s.old_ids, v.graph, s.wrapper
      FROM spell.spell s JOIN spell.version v ON v.spell = s.id
      """;
  private static final String NEWEST = PARTS + "WHERE s.owner = $1 AND s.id = $2 AND v.version = s.version";
  private static final String AT = PARTS + "WHERE s.owner = $1 AND s.id = $2 AND v.version = $3";
  // In the order of their creation, so that of two with one name the newer is the newer after an import.
  private static final String PROJECT =
      PARTS + "WHERE s.owner = $1 AND s.project = $2 AND v.version = s.version ORDER BY s.number";
  private static final String SIZE = """
      SELECT coalesce(sum(octet_length(v.graph)::bigint + octet_length(s.wrapper)), 0)::bigint AS bytes
      FROM spell.spell s JOIN spell.version v ON v.spell = s.id
      WHERE s.owner = $1 AND s.project = $2 AND v.version = s.version""";

  private final Sql sql;

  PgExportStore(Pool pool) {
    this.sql = new Sql(pool);
  }

  Future<Optional<Draft>> newest(UUID owner, UUID spell) {
    return sql.first(NEWEST, owner, spell).map(row -> row.map(PgExportStore::draft));
  }

  Future<Optional<Draft>> at(UUID owner, UUID spell, int version) {
    return sql.first(AT, owner, spell, version).map(row -> row.map(PgExportStore::draft));
  }

  Future<List<Draft>> project(UUID owner, UUID project) {
    return sql.ask(PROJECT, owner, project).map(PgExportStore::drafts);
  }

  /** All newest graphs of a project and what their files said beside them, in bytes. */
  Future<Long> projectBytes(UUID owner, UUID project) {
    return sql.ask(SIZE, owner, project).map(rows -> rows.iterator().next().getLong("bytes"));
  }

  private static List<Draft> drafts(RowSet<Row> rows) {
    List<Draft> drafts = new ArrayList<>(rows.size());
    rows.forEach(row -> drafts.add(draft(row)));
    return drafts;
  }

  private static Draft draft(Row row) {
    return new Draft(row.getUUID("id"), row.getString("name"), List.of(row.getArrayOfStrings("old_ids")),
        row.getString("graph"), row.getString("wrapper"));
  }
}
