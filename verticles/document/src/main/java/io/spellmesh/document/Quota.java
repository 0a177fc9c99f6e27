package io.spellmesh.document;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.document.Documents.NewDocument;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/** How much more a user may keep. */
final class Quota {
  /** One writer of a user after the other, so that two at once do not fill the last place twice. */
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('document ' || $1::text, 0))";
  private static final String COUNT = """
      SELECT count(*) AS documents, coalesce(sum(characters), 0)::bigint AS characters
      FROM document.document WHERE owner = $1""";

  private final DocumentConfig config;

  Quota(DocumentConfig config) {
    this.config = config;
  }

  /** Fails with TOO_MANY if what is there and these are too much; the owner's others wait until the end. */
  Future<Void> require(SqlConnection connection, UUID owner, List<Cut> more) {
    return connection.preparedQuery(LOCK).execute(Tuple.of(owner.toString()))
        .compose(_ -> connection.preparedQuery(COUNT).execute(Tuple.of(owner)))
        .map(rows -> {
          long documents = rows.iterator().next().getLong("documents") + more.size();
          long characters = rows.iterator().next().getLong("characters")
              + more.stream().mapToLong(cut -> characters(cut.document())).sum();
          require("documents", documents, config.maxDocuments());
          require("characters of documents", characters, config.maxCharacters());
          return null;
        });
  }

  private static void require(String what, long count, long most) {
    if (count > most) {
      throw new Failure(FailureCode.TOO_MANY,
          "it would be " + count + " " + what + ", one may have " + most + "; delete some");
    }
  }

  static int characters(NewDocument document) {
    return document.content().length() + document.description().map(String::length).orElse(0);
  }
}
