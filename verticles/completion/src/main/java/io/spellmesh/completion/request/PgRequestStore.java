package io.spellmesh.completion.request;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.completion.Requests.Request;
import io.spellmesh.contract.completion.Requests.RequestPage;
import io.spellmesh.contract.completion.Requests.Sums;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests, the newest first. */
public final class PgRequestStore {
  private static final Duration KEPT = Duration.ofDays(30);

  private static final String ADD = """
      INSERT INTO completion.request
        (id, owner, at, kind, provider, model, prompt_tokens, answer_tokens, cost, ms, status)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";
  private static final String LIST = """
      SELECT number, id, at, kind, provider, model, prompt_tokens, answer_tokens, cost, ms, status
      FROM completion.request WHERE owner = $1 AND number < $2 ORDER BY number DESC LIMIT $3""";
  private static final String SUMS = """
      SELECT count(*) AS requests, coalesce(sum(prompt_tokens), 0) AS prompt_tokens,
        coalesce(sum(answer_tokens), 0) AS answer_tokens, coalesce(sum(cost), 0) AS cost,
        count(*) FILTER (WHERE cost IS NULL) AS unknown
      FROM completion.request WHERE owner = $1""";
  private static final String OLD = """
      DELETE FROM completion.request WHERE at < now() - make_interval(secs => $1)""";
  private static final String TOO_MANY = """
      DELETE FROM completion.request r USING (
        SELECT owner, number FROM (
          SELECT owner, number, row_number() OVER (PARTITION BY owner ORDER BY number DESC) AS place
          FROM completion.request) placed
        WHERE place = $1) last
      WHERE r.owner = last.owner AND r.number < last.number""";

  private final Pool pool;

  public PgRequestStore(Pool pool) {
    this.pool = pool;
  }

  Future<Void> add(List<Entry> entries) {
    return pool.preparedQuery(ADD).executeBatch(entries.stream().map(PgRequestStore::tuple).toList()).mapEmpty();
  }

  private static Tuple tuple(Entry entry) {
    Request request = entry.request();
    return Tuple.from(List.of(request.id(), entry.owner(), request.at().atOffset(ZoneOffset.UTC), request.kind(),
            request.provider(), request.model().replace("\u0000", "")))
        .addValue(request.promptTokens().orElse(null)).addValue(request.answerTokens().orElse(null))
        .addValue(request.cost().orElse(null)).addValue(request.ms()).addValue(request.status());
  }

  public Future<RequestPage> list(UUID owner, Page page) {
    long before = page.after().map(PgRequestStore::number).orElse(Long.MAX_VALUE);
    return pool.preparedQuery(LIST).execute(Tuple.of(owner, before, page.size() + 1)).compose(rows -> {
      List<Row> found = new ArrayList<>();
      rows.forEach(found::add);
      List<Row> shown = found.subList(0, Math.min(page.size(), found.size()));
      Optional<String> next = found.size() > shown.size()
          ? Optional.of(shown.getLast().getLong("number").toString()) : Optional.empty();
      return sums(owner).map(sums ->
          new RequestPage(shown.stream().map(PgRequestStore::request).toList(), next, sums));
    });
  }

  private static long number(String after) {
    if (!after.matches("[0-9]{1,18}")) {
      throw Failure.badRequest("after is '" + after + "', must be the next of the page before");
    }
    return Long.parseLong(after);
  }

  private Future<Sums> sums(UUID owner) {
    return pool.preparedQuery(SUMS).execute(Tuple.of(owner)).map(rows -> {
      Row row = rows.iterator().next();
      return new Sums(row.getLong("requests"), row.getLong("prompt_tokens"), row.getLong("answer_tokens"),
          row.getDouble("cost"), row.getLong("unknown"));
    });
  }

  private static Request request(Row row) {
    return new Request(row.getUUID("id"), row.getOffsetDateTime("at").toInstant(), row.getString("kind"),
        row.getString("provider"), row.getString("model"), Optional.ofNullable(row.getInteger("prompt_tokens")),
        Optional.ofNullable(row.getInteger("answer_tokens")), Optional.ofNullable(row.getDouble("cost")),
        row.getLong("ms"), row.getString("status"));
  }

  /** Removes what is older than 30 days, and of each user all but the newest. @param most of one user */
  public Future<Void> clean(int most) {
    return pool.preparedQuery(OLD).execute(Tuple.of((double) KEPT.toSeconds()))
        .compose(_ -> pool.preparedQuery(TOO_MANY).execute(Tuple.of((long) most))).mapEmpty();
  }
}
