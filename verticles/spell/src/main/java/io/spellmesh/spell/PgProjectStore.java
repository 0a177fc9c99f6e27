package io.spellmesh.spell;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.spell.Spells.Project;
import io.spellmesh.kit.database.DatabaseFailures;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;

/** Projects in PostgreSQL. Every statement names the owner. */
final class PgProjectStore {
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private static final String INSERT = """
      INSERT INTO spell.project (id, owner, name) VALUES ($1, $2, $3) RETURNING id, name, created""";
  private static final String GET =
      "SELECT id, name, created FROM spell.project WHERE owner = $1 AND id = $2";
  private static final String LIST = """
      SELECT number, id, name, created FROM spell.project
      WHERE owner = $1 AND number > $2 ORDER BY number LIMIT $3""";
  private static final String RENAME = """
      UPDATE spell.project SET name = $3 WHERE owner = $1 AND id = $2 RETURNING id, name, created""";
  private static final String FIRST = "SELECT id FROM spell.project WHERE owner = $1 ORDER BY number LIMIT 1";
  private static final String MAKE_FIRST = """
      INSERT INTO spell.project (id, owner, name, made_on_need) VALUES ($1, $2, $3, true)
      ON CONFLICT (owner) WHERE made_on_need DO NOTHING""";
  // All of the owner's rows are locked, so that two deletions at once cannot take the last two.
  private static final String DELETE = """
      WITH mine AS (SELECT id FROM spell.project WHERE owner = $1 ORDER BY id FOR UPDATE)
      DELETE FROM spell.project p WHERE p.owner = $1 AND p.id = $2 AND (SELECT count(*) FROM mine) > 1
        AND NOT EXISTS (SELECT 1 FROM spell.spell s WHERE s.project = p.id AND s.owner = $1)""";
  private static final String COUNT_SPELLS =
      "SELECT count(*) AS spells FROM spell.spell WHERE owner = $1 AND project = $2";

  private final Pool pool;
  private final Sql sql;

  PgProjectStore(Pool pool) {
    this.pool = pool;
    this.sql = new Sql(pool);
  }

  Future<Project> insert(UUID owner, String name) {
    return sql.ask(INSERT, UUID.randomUUID(), owner, name).map(rows -> project(rows.iterator().next()));
  }

  Future<Optional<Project>> get(UUID owner, UUID project) {
    return sql.first(GET, owner, project).map(row -> row.map(PgProjectStore::project));
  }

  /** Oldest first. */
  Future<Slice<Project>> list(UUID owner, long after, int size) {
    return sql.ask(LIST, owner, after, size + 1)
        .map(rows -> Slice.of(rows, size, Cursor.PROJECTS, PgProjectStore::project));
  }

  Future<Optional<Project>> rename(UUID owner, UUID project, String name) {
    return sql.first(RENAME, owner, project, name).map(row -> row.map(PgProjectStore::project));
  }

  /** The owner's oldest project, made now if there is none; two at once get the same. */
  Future<UUID> first(UUID owner, String nameIfMade) {
    return oldest(owner).compose(found -> found.map(Future::succeededFuture).orElseGet(() ->
        sql.ask(MAKE_FIRST, UUID.randomUUID(), owner, nameIfMade)
            .compose(_ -> oldest(owner))
            .compose(made -> made.map(Future::succeededFuture).orElseGet(() -> Future.failedFuture(
                Failure.conflict("the first project was deleted while it was being made, try again"))))));
  }

  private Future<Optional<UUID>> oldest(UUID owner) {
    return sql.first(FIRST, owner).map(row -> row.map(found -> found.getUUID("id")));
  }

  /** @return whether it is gone; not if it holds spells, is the last one, or is not there */
  Future<Boolean> delete(UUID owner, UUID project) {
    return pool.preparedQuery(DELETE).execute(Tuple.of(owner, project))
        .map(rows -> rows.rowCount() > 0)
        .recover(error -> wasJustFilled(error) ? Future.succeededFuture(false)
            : Future.failedFuture(DatabaseFailures.map(error)));
  }

  /** A spell may arrive after the statement has looked and before it deletes. */
  private static boolean wasJustFilled(Throwable error) {
    return DatabaseFailures.sqlState(error).filter(FOREIGN_KEY_VIOLATION::equals).isPresent();
  }

  Future<Long> countSpells(UUID owner, UUID project) {
    return sql.ask(COUNT_SPELLS, owner, project).map(rows -> rows.iterator().next().getLong("spells"));
  }

  private static Project project(Row row) {
    return new Project(row.getUUID("id"), row.getString("name"),
        row.getOffsetDateTime("created").toInstant());
  }
}
