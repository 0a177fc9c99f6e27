package io.spellmesh.runner.journal;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.run.RunHead;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads runs and their journals. A run of another user is one that does not exist. */
public final class RunStore {
  private static final String VIEW = """
      SELECT r.id, r.spell, r.version, r.status, r.ms, r.fence, r.last_seq, r.started, r.ended, r.owner, j.message
      FROM runner.run r LEFT JOIN runner.run_journal j
        ON j.user_id = r.user_id AND j.run = r.id AND j.day = r.day AND j.last_seq = r.last_seq AND r.ended IS NOT NULL
      """;
  private static final String ONE = VIEW + "WHERE r.id = $1 AND r.user_id = $2";
  private static final String LIST = VIEW + """
      WHERE r.user_id = $1 AND ($2::uuid IS NULL OR r.spell = $2)
        AND ($3::timestamptz IS NULL OR (r.started, r.id) < ($3, $4::uuid))
      ORDER BY r.started DESC, r.id DESC LIMIT $5""";
  private static final String SAME = """
      SELECT id, request_hash FROM runner.run
      WHERE user_id = $1 AND (id = $2 OR idempotency_key = $3)""";
  private static final String HEAD = """
      SELECT fence, last_seq, status, day, owner FROM runner.run WHERE id = $1 AND user_id = $2""";
  private static final String GROUPS = """
      SELECT message FROM runner.run_journal WHERE user_id = $1 AND run = $2 AND day = $3 AND last_seq > $4
      ORDER BY first_seq LIMIT $5""";
  /** At 64 KB a group, more than one page of them. */
  private static final int GROUPS_AT_ONCE = 64;
  private static final int PAGE_CHARACTERS = 128 * 1024;

  /** @param owner the process that runs it, or ran it last; absent while it is parked */
  public record Kept(RunView view, Optional<String> owner) {}

  /** Groups of a run. @param owner the process that runs it, or ran it last; absent while it is parked */
  public record KeptEvents(Runner.Events events, Optional<String> owner) {}

  /** A run under the same id or key. */
  public record Known(UUID run, byte[] requestHash) {}

  private final Pool pool;

  public RunStore(Pool pool) {
    this.pool = pool;
  }

  /** Fails with NOT_FOUND. */
  public Future<Kept> get(UUID user, UUID run) {
    return pool.preparedQuery(ONE).execute(Tuple.of(run, user)).map(rows -> {
      if (rows.size() == 0) {
        throw unknown(run);
      }
      Row row = rows.iterator().next();
      return new Kept(view(row, true), Optional.ofNullable(row.getString("owner")));
    });
  }

  public Future<Optional<Known>> findSame(UUID user, Optional<UUID> run, Optional<String> idempotencyKey) {
    return pool.preparedQuery(SAME)
        .execute(Tuple.of(user, run.orElse(null), idempotencyKey.orElse(null)))
        .map(rows -> {
          for (Row row : rows) {
            return Optional.of(new Known(row.getUUID("id"), row.getBuffer("request_hash").getBytes()));
          }
          return Optional.empty();
        });
  }

  /** Newest first, without outputs, which are had one run at a time. */
  public Future<Runner.RunPage> list(UUID user, Optional<UUID> spell, Page page) {
    Optional<Cursor> after = page.after().map(Cursor::parse);
    return pool.preparedQuery(LIST).execute(Tuple.of(user, spell.orElse(null),
        after.map(cursor -> JournalSql.utc(cursor.started())).orElse(null),
        after.map(Cursor::run).orElse(null), page.size() + 1)).map(rows -> {
          List<RunView> items = new ArrayList<>();
          rows.forEach(row -> items.add(view(row, false)));
          if (items.size() <= page.size()) {
            return new Runner.RunPage(items, Optional.empty());
          }
          items.removeLast();
          RunView last = items.getLast();
          return new Runner.RunPage(items, Optional.of(new Cursor(last.started(), last.id()).text()));
        });
  }

  /** The groups after a number, about 128 KB of them. Fails with NOT_FOUND. */
  public Future<KeptEvents> since(UUID user, UUID run, Optional<Integer> epoch, long after) {
    return pool.preparedQuery(HEAD).execute(Tuple.of(run, user)).compose(rows -> {
      if (rows.size() == 0) {
        return Future.failedFuture(unknown(run));
      }
      Row row = rows.iterator().next();
      RunHead head = RunHeads.head(run, row);
      Optional<String> owner = Optional.ofNullable(row.getString("owner"));
      if (after > head.tail() || epoch.filter(seen -> seen > head.epoch()).isPresent()) {
        return Future.succeededFuture(new KeptEvents(
            new Runner.Events(List.of(), false, head, true, Optional.empty()), owner));
      }
      return pool.preparedQuery(GROUPS)
          .execute(Tuple.of(user, run, row.getLocalDate("day"), after, GROUPS_AT_ONCE))
          .map(found -> new KeptEvents(page(head, after, found), owner));
    });
  }

  private static Runner.Events page(RunHead head, long after, Iterable<Row> rows) {
    List<RunGroup> groups = new ArrayList<>();
    int characters = 0;
    for (Row row : rows) {
      String message = row.getString(0);
      if (!groups.isEmpty() && characters + message.length() > PAGE_CHARACTERS) {
        break;
      }
      characters += message.length();
      groups.add(Wire.read(message, RunGroup.class));
    }
    long reached = groups.isEmpty() ? after : groups.getLast().lastSeq();
    // Rows beyond the head were committed after it was read; they are for the next page.
    return new Runner.Events(groups, reached < head.tail(), head, groups.isEmpty() && after < head.tail(),
        Optional.empty());
  }

  private static RunView view(Row row, boolean withOutputs) {
    Optional<RunEvent> end = Optional.ofNullable(row.getString("message"))
        .map(message -> Wire.read(message, RunGroup.class).events().getLast());
    Optional<Instant> ended = Optional.ofNullable(row.getOffsetDateTime("ended")).map(OffsetDateTime::toInstant);
    return new RunView(row.getUUID("id"), row.getUUID("spell"), row.getInteger("version"),
        JournalSql.status(row.getString("status")),
        end.filter(event -> withOutputs && event instanceof RunEvent.Completed)
            .map(event -> ((RunEvent.Completed) event).outputs()),
        end.filter(RunEvent.Failed.class::isInstance).map(event -> ((RunEvent.Failed) event).error()),
        ended.isPresent() ? Optional.ofNullable(row.getLong("ms")) : Optional.empty(), row.getInteger("fence"), row.getLong("last_seq"),
        row.getOffsetDateTime("started").toInstant(), ended);
  }

  private static Failure unknown(UUID run) {
    return Failure.notFound("no run " + run);
  }

  /** Where the next part of a list begins. */
  record Cursor(Instant started, UUID run) {
    String text() {
      return started.getEpochSecond() + "-" + started.getNano() + "-" + run;
    }

    static Cursor parse(String text) {
      String[] parts = text.split("-", 3);
      try {
        return new Cursor(Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1])),
            UUID.fromString(parts[2]));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeException e) {
        throw Failure.badRequest("after is '" + text + "', must be the 'next' of the part before");
      }
    }
  }
}
