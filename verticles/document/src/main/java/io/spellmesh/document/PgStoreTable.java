package io.spellmesh.document;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.document.DocumentStores.Store;
import io.spellmesh.contract.document.DocumentStores.StorePage;
import io.spellmesh.contract.document.DocumentStores.Which;
import io.spellmesh.kit.database.DatabaseFailures;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores in PostgreSQL. Every statement names the owner. */
final class PgStoreTable {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String COLUMNS = """
      s.number, s.id, s.name, s.created,
        (SELECT count(*) FROM document.document d WHERE d.store = s.id) AS documents""";
  private static final String INSERT = """
      INSERT INTO document.store AS s (id, owner, name)
      SELECT $1, $2, $3 WHERE (SELECT count(*) FROM document.store WHERE owner = $2) < $4
      RETURNING s.number, s.id, s.name, s.created, 0::bigint AS documents""";
  private static final String GET = "SELECT " + COLUMNS
      + " FROM document.store s WHERE s.owner = $1 AND (s.id = $2 OR s.name = $3)";
  private static final String LIST = "SELECT " + COLUMNS
      + " FROM document.store s WHERE s.owner = $1 AND s.number > $2 ORDER BY s.number LIMIT $3";
  private static final String DELETE = "DELETE FROM document.store WHERE owner = $1 AND (id = $2 OR name = $3)";

  private final Pool pool;

  PgStoreTable(Pool pool) {
    this.pool = pool;
  }

  /** @param most stores that the owner may have */
  Future<Store> insert(UUID owner, String name, int most) {
    return pool.preparedQuery(INSERT).execute(Tuple.of(UUID.randomUUID(), owner, name, most)).map(rows -> {
      if (rows.size() == 0) {
        throw new Failure(FailureCode.TOO_MANY, "there are " + most
            + " document stores, which is all one may have; delete one");
      }
      return store(rows.iterator().next());
    }).recover(error -> DatabaseFailures.sqlState(error).filter(UNIQUE_VIOLATION::equals).isPresent()
        ? Future.failedFuture(Failure.conflict("there is a document store '" + name + "' already"))
        : Future.failedFuture(DatabaseFailures.map(error)));
  }

  Future<Optional<Store>> get(UUID owner, Which which) {
    return pool.preparedQuery(GET)
        .execute(Tuple.of(owner, which.id().orElse(null), which.name().orElse(null)))
        .map(rows -> rows.stream().findFirst().map(PgStoreTable::store))
        .recover(error -> Future.failedFuture(DatabaseFailures.map(error)));
  }

  Future<StorePage> list(UUID owner, long after, int size) {
    return pool.preparedQuery(LIST).execute(Tuple.of(owner, after, size + 1)).map(rows -> {
      List<Row> all = new ArrayList<>();
      rows.forEach(all::add);
      List<Store> items = all.stream().limit(size).map(PgStoreTable::store).toList();
      return new StorePage(items, all.size() > size
          ? Optional.of(Cursor.STORES.after(all.get(size - 1).getLong("number"))) : Optional.empty());
    }).recover(error -> Future.failedFuture(DatabaseFailures.map(error)));
  }

  /** False if the owner has no such store. */
  Future<Boolean> delete(UUID owner, Which which) {
    return pool.preparedQuery(DELETE)
        .execute(Tuple.of(owner, which.id().orElse(null), which.name().orElse(null)))
        .map(rows -> rows.rowCount() == 1)
        .recover(error -> Future.failedFuture(DatabaseFailures.map(error)));
  }

  private static Store store(Row row) {
    return new Store(row.getUUID("id"), row.getString("name"), row.getOffsetDateTime("created").toInstant(),
        row.getLong("documents"));
  }
}
