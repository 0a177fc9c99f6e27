package io.spellmesh.document;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Passages of a document, written inside the transaction that writes the document. */
final class PassageRows {
  private static final String INSERT = """
      INSERT INTO document.passage (document, n, content, words, direction, space)
      VALUES ($1, $2, $3, to_tsvector('simple', $4), $5, $6)""";
  private static final String DELETE = "DELETE FROM document.passage WHERE document = $1";

  Future<Void> insert(SqlConnection connection, UUID document, Cut cut) {
    List<Tuple> rows = new ArrayList<>();
    for (int n = 0; n < cut.passages().size(); n++) {
      String passage = cut.passages().get(n);
      rows.add(Tuple.of(document, n, passage, passage.toLowerCase(Locale.ROOT))
          .addArrayOfFloat(cut.placed().directions().get(n).orElse(null))
          .addString(cut.placed().space().orElse(null)));
    }
    return connection.preparedQuery(INSERT).executeBatch(rows).mapEmpty();
  }

  Future<Void> replace(SqlConnection connection, UUID document, Cut cut) {
    return connection.preparedQuery(DELETE).execute(Tuple.of(document))
        .compose(_ -> insert(connection, document, cut));
  }
}
