package io.spellmesh.spell;

import io.spellmesh.kit.database.DatabaseFailures;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Iterator;
import java.util.Optional;

/** One statement at a time with its parameters apart, failing in the caller's words only. */
final class Sql {
  private final SqlClient client;

  Sql(SqlClient client) {
    this.client = client;
  }

  Future<RowSet<Row>> ask(String statement, Object... parameters) {
    return client.preparedQuery(statement).execute(Tuple.from(parameters))
        .recover(error -> Future.failedFuture(DatabaseFailures.map(error)));
  }

  Future<Optional<Row>> first(String statement, Object... parameters) {
    return ask(statement, parameters).map(rows -> {
      Iterator<Row> row = rows.iterator();
      return row.hasNext() ? Optional.of(row.next()) : Optional.empty();
    });
  }
}
