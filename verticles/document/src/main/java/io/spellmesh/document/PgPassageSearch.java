package io.spellmesh.document;

import io.spellmesh.contract.document.Documents.By;
import io.spellmesh.contract.document.Documents.Hit;
import io.spellmesh.contract.document.Documents.Search;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Finds passages by their words, by where they lie, or by both. */
final class PgPassageSearch {
  private static final int USUAL_COUNT = 10;
  /** How many of the newest are compared with an embedding; 5,000 of 1,536 numbers take about a second. */
  private static final int MOST_COMPARED = 5_000;
  /** Of each way to find. */
  private static final int MOST_RANKED = 200;

  private static final String OF = """
      document.passage p JOIN document.document d ON d.id = p.document
        WHERE d.owner = $1 AND ($2::uuid IS NULL OR d.store = $2) AND ($3::text IS NULL OR d.type = $3)
          AND (d.included OR $4)""";
  private static final String NEWEST = """
      SELECT %s, p.content AS passage, NULL::double precision AS nearness FROM %s
      ORDER BY d.number DESC, p.n LIMIT $5""".formatted(PgDocumentTable.HEAD, OF);
  /**
   * Ranks of both ways are summed up as 1 / (60 + rank), because what the ways measure cannot be compared.
   *
   * @see <a href="https://doi.org/10.1145/1571941.1572114">Reciprocal rank fusion</a>
   */
  private static final String SEARCH = """
      WITH near AS (
        SELECT document, n, nearness, row_number() OVER (ORDER BY nearness DESC, number DESC, n) AS rank FROM (
          SELECT document, n, number,
            (SELECT sum(a::double precision * b) FROM unnest(direction, $6::real[]) AS pair (a, b)) AS nearness
          FROM (
            SELECT p.document, p.n, p.direction, d.number FROM %2$s
              AND cardinality(p.direction) = cardinality($6::real[])
              AND (p.space IS NULL OR $7::text IS NULL OR p.space = $7)
            ORDER BY d.number DESC, p.n LIMIT %3$d) newest) compared
        WHERE $8::double precision IS NULL OR nearness >= $8
        ORDER BY rank LIMIT %4$d),
      query AS (
        SELECT replace(plainto_tsquery('simple', $5)::text, ' & ', ' | ')::tsquery AS any_word),
      said AS (
        SELECT p.document, p.n,
          row_number() OVER (ORDER BY ts_rank(p.words, (TABLE query)) DESC, d.number DESC, p.n) AS rank
        FROM %2$s AND p.words @@ (TABLE query)
        ORDER BY rank LIMIT %4$d)
      SELECT %1$s, p.content AS passage, near.nearness
      FROM near FULL JOIN said USING (document, n) JOIN document.passage p USING (document, n)
        JOIN document.document d ON d.id = p.document
      WHERE $8 IS NULL OR near.nearness IS NOT NULL
      ORDER BY coalesce(1.0 / (60 + near.rank), 0) + coalesce(1.0 / (60 + said.rank), 0) DESC, d.number DESC, n
      LIMIT $9""".formatted(PgDocumentTable.HEAD, OF, MOST_COMPARED, MOST_RANKED);

  private final Pool pool;

  PgPassageSearch(Pool pool) {
    this.pool = pool;
  }

  /** @param placed the one place with which to compare, if there is one */
  Future<List<Hit>> search(UUID owner, Search search, Optional<Placed> placed) {
    Tuple values = Tuple.of(owner, search.store().orElse(null),
        search.type().map(PgDocumentTable::folded).orElse(null), search.all().orElse(false));
    int count = search.count().orElse(USUAL_COUNT);
    if (search.text().isEmpty() && placed.isEmpty()) {
      return found(NEWEST, values.addInteger(count));
    }
    Optional<String> words = search.text().filter(_ -> search.by().orElse(By.BOTH) != By.NEARNESS);
    return found(SEARCH, values.addString(words.map(text -> text.toLowerCase(Locale.ROOT)).orElse(null))
        .addArrayOfFloat(placed.flatMap(place -> place.directions().getFirst()).orElse(null))
        .addString(placed.flatMap(Placed::space).orElse(null))
        .addDouble(search.atLeast().orElse(null))
        .addInteger(count));
  }

  private Future<List<Hit>> found(String statement, Tuple values) {
    return pool.preparedQuery(statement).execute(values).map(rows -> {
      List<Hit> hits = new ArrayList<>();
      rows.forEach(row -> hits.add(hit(row)));
      return hits;
    }).recover(PgDocumentTable::failed);
  }

  private static Hit hit(Row row) {
    return new Hit(PgDocumentTable.head(row, Optional.empty()), row.getString("passage"),
        Optional.ofNullable(row.getDouble("nearness")));
  }
}
