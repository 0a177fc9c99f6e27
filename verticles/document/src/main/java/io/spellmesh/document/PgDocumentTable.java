package io.spellmesh.document;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.document.Documents.Document;
import io.spellmesh.contract.document.Documents.DocumentPage;
import io.spellmesh.contract.document.Documents.NewDocument;
import io.spellmesh.contract.document.Documents.Some;
import io.spellmesh.kit.database.DatabaseFailures;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Documents in PostgreSQL. Every statement names the owner. */
final class PgDocumentTable {
  private static final String FOREIGN_KEY_VIOLATION = "23503";
  static final String HEAD = "d.id, d.store, d.title, d.description, d.keywords, d.type, d.included, d.happened, "
      + "d.passages, d.placed";
  private static final String WHOLE = HEAD + ", d.content, d.revision";

  private static final String KNOWN = "SELECT key FROM document.document WHERE owner = $1 AND key = ANY ($2)";
  private static final String BY_KEY =
      "SELECT " + WHOLE + " FROM document.document d WHERE d.owner = $1 AND d.key = $2";
  private static final String INSERT = """
      INSERT INTO document.document AS d (id, owner, key, store, title, description, keywords, content, type, included,
        happened, characters, passages, placed)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      RETURNING\s""" + WHOLE;
  private static final String GET =
      "SELECT " + WHOLE + " FROM document.document d WHERE d.owner = $1 AND d.id = $2";
  private static final String LIST = "SELECT d.number, " + HEAD + """
      \sFROM document.document d
      WHERE d.owner = $1 AND ($2::uuid IS NULL OR d.store = $2) AND ($3::text IS NULL OR d.type = $3)
        AND d.number < $4
      ORDER BY d.number DESC LIMIT $5""";
  private static final String UPDATE = """
      UPDATE document.document AS d SET store = $4, title = $5, description = $6, keywords = $7, content = $8,
        type = $9, included = $10, characters = $11, passages = coalesce($12, d.passages),
        placed = coalesce($13, d.placed), revision = d.revision + 1
      WHERE d.owner = $1 AND d.id = $2 AND d.revision = $3
      RETURNING\s""" + WHOLE;
  private static final String DELETE = "DELETE FROM document.document WHERE owner = $1 AND id = $2";

  private final Pool pool;
  private final PassageRows passages = new PassageRows();
  private final Quota quota;

  PgDocumentTable(Pool pool, DocumentConfig config) {
    this.pool = pool;
    quota = new Quota(config);
  }

  /** A document with what is not told of it. @param revision one more at each edit */
  record Kept(Document document, int revision) {
    NewDocument asNew() {
      return new NewDocument(document.store(), document.title(), document.description(), document.keywords(),
          document.content().orElseThrow(), document.type(), Optional.of(document.included()),
          Optional.of(document.date()), Optional.empty(), Optional.empty());
    }
  }

  /** Which of the keys there are documents with. */
  Future<Set<String>> known(UUID owner, List<String> keys) {
    return pool.preparedQuery(KNOWN).execute(Tuple.of(owner).addArrayOfString(keys.toArray(String[]::new))).map(rows -> {
      Set<String> known = new HashSet<>();
      rows.forEach(row -> known.add(row.getString("key")));
      return known;
    }).recover(PgDocumentTable::failed);
  }

  /** All of them or none; those with a known key as they are kept already. @param cut those that are not known */
  Future<List<Document>> insert(UUID owner, List<NewDocument> all, List<Cut> cut) {
    return pool.withTransaction(connection -> quota.require(connection, owner, cut)
        .compose(_ -> insert(connection, owner, all, cut, new ArrayList<>()))).recover(PgDocumentTable::failed);
  }

  private Future<List<Document>> insert(SqlConnection connection, UUID owner, List<NewDocument> rest, List<Cut> cut,
      List<Document> done) {
    if (rest.isEmpty()) {
      return Future.succeededFuture(done);
    }
    return insert(connection, owner, rest.getFirst(), cut).compose(document -> {
      done.add(document);
      return insert(connection, owner, rest.subList(1, rest.size()), cut, done);
    });
  }

  private Future<Document> insert(SqlConnection connection, UUID owner, NewDocument document, List<Cut> cut) {
    Future<Optional<Document>> known = document.key().map(key ->
        connection.preparedQuery(BY_KEY).execute(Tuple.of(owner, key))
            .map(rows -> rows.stream().findFirst().map(row -> kept(row).document())))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    return known.compose(found -> found.map(Future::succeededFuture).orElseGet(() -> insert(connection, owner,
        cut.stream().filter(one -> one.document() == document).findFirst().orElseThrow(() ->
            Failure.conflict("a document was deleted while it was set again, try again")))));
  }

  private Future<Document> insert(SqlConnection connection, UUID owner, Cut cut) {
    NewDocument document = cut.document();
    UUID id = UUID.randomUUID();
    Tuple row = Tuple.of(id, owner, document.key().orElse(null));
    texts(row, document);
    row.addOffsetDateTime(document.date().orElseGet(Instant::now).atOffset(ZoneOffset.UTC))
        .addInteger(Quota.characters(document)).addInteger(cut.passages().size()).addInteger(cut.placed().count());
    return connection.preparedQuery(INSERT).execute(row)
        .compose(rows -> passages.insert(connection, id, cut)
            .map(_ -> kept(rows.iterator().next()).document()))
        .recover(error -> unknownStore(error, document));
  }

  private static void texts(Tuple row, NewDocument document) {
    row.addUUID(document.store().orElse(null)).addString(document.title().orElse(null))
        .addString(document.description().orElse(null)).addString(document.keywords().orElse(null))
        .addString(document.content())
        .addString(document.type().map(PgDocumentTable::folded).orElse(null))
        .addBoolean(document.included().orElse(true));
  }

  Future<Optional<Kept>> get(UUID owner, UUID document) {
    return pool.preparedQuery(GET).execute(Tuple.of(owner, document))
        .map(rows -> rows.stream().findFirst().map(PgDocumentTable::kept)).recover(PgDocumentTable::failed);
  }

  Future<DocumentPage> list(UUID owner, Some some, long before, int size) {
    return pool.preparedQuery(LIST).execute(Tuple.of(owner, some.store().orElse(null),
        some.type().map(PgDocumentTable::folded).orElse(null), before, size + 1)).map(rows -> {
          List<Row> all = new ArrayList<>();
          rows.forEach(all::add);
          return new DocumentPage(all.stream().limit(size).map(row -> head(row, Optional.empty())).toList(),
              all.size() > size ? Optional.of(Cursor.DOCUMENTS.after(all.get(size - 1).getLong("number")))
                  : Optional.empty());
        }).recover(PgDocumentTable::failed);
  }

  /** @param cut its passages, if they are others than before */
  Future<Document> update(UUID owner, Kept before, NewDocument after, Optional<Cut> cut) {
    UUID id = before.document().id();
    Tuple row = Tuple.of(owner, id, before.revision());
    texts(row, after);
    row.addInteger(Quota.characters(after)).addInteger(cut.map(it -> it.passages().size()).orElse(null))
        .addInteger(cut.map(it -> it.placed().count()).orElse(null));
    return pool.withTransaction(connection -> connection.preparedQuery(UPDATE).execute(row)
        .compose(rows -> {
          if (rows.size() == 0) {
            throw Failure.conflict("the document was changed at the same time, try again");
          }
          Document document = kept(rows.iterator().next()).document();
          return cut.map(it -> passages.replace(connection, id, it)).orElseGet(Future::succeededFuture)
              .compose(_ -> quota.require(connection, owner, List.of())).map(document);
        })).recover(error -> unknownStore(error, after)).recover(PgDocumentTable::failed);
  }

  /** False if the owner has no such document. */
  Future<Boolean> delete(UUID owner, UUID document) {
    return pool.preparedQuery(DELETE).execute(Tuple.of(owner, document)).map(rows -> rows.rowCount() == 1)
        .recover(PgDocumentTable::failed);
  }

  static Document head(Row row, Optional<String> content) {
    return new Document(row.getUUID("id"), Optional.ofNullable(row.getUUID("store")), text(row, "title"),
        text(row, "description"), text(row, "keywords"), content, text(row, "type"), row.getBoolean("included"),
        row.getOffsetDateTime("happened").toInstant(), row.getInteger("passages"), row.getInteger("placed"));
  }

  static String folded(String type) {
    return type.toLowerCase(Locale.ROOT);
  }

  private static Kept kept(Row row) {
    return new Kept(head(row, Optional.of(row.getString("content"))), row.getInteger("revision"));
  }

  private static Optional<String> text(Row row, String column) {
    return Optional.ofNullable(row.getString(column));
  }

  private static <T> Future<T> unknownStore(Throwable error, NewDocument document) {
    return Future.failedFuture(DatabaseFailures.sqlState(error).filter(FOREIGN_KEY_VIOLATION::equals).isPresent()
        ? Failure.notFound("no document store '" + document.store().orElseThrow() + "'") : error);
  }

  static <T> Future<T> failed(Throwable error) {
    return Future.failedFuture(DatabaseFailures.map(error));
  }
}
