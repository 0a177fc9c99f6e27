package io.spellmesh.runner.journal;

import io.spellmesh.contract.Failure;
import io.spellmesh.runner.count.JournalCount;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a process. It collects the groups of all its runs and commits them together: no timer,
 * at most two batches under way, and a batch leaves as soon as there is room. A run has at most one group
 * in here at a time, so groups of a batch never wait for each other.
 */
public final class Journal {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final int BATCHES_UNDER_WAY = 2;
  /** One statement's worth; more would make the first of them wait for the last. */
  private static final int MOST_IN_BATCH = 256;
  private static final int MOST_CHARACTERS_IN_BATCH = 1 << 20;

  private record Waiting(Entry entry, Promise<Boolean> promise) {}

  private final Context context;
  private final Perseverance perseverance;
  private final JournalCount count;
  private final JournalSql sql;
  private final String owner;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private int underWay;

  /** @param context where the journal's own work is done; {@link #append} may be called from anywhere */
  public Journal(Context context, Pool pool, Perseverance perseverance, String owner, JournalCount count) {
    this.context = context;
    this.perseverance = perseverance;
    this.owner = owner;
    this.count = count;
    count.waiting(queue::size);
    sql = new JournalSql(pool);
  }

  /**
   * Makes a group durable. While the database is away it waits for it.
   *
   * @return false if the run's id or key was taken, or if the run is no longer ours; then nothing of it was
   *     written. Fails with a {@link Failure} if this very group cannot be written
   */
  public Future<Boolean> append(Entry entry) {
    Promise<Boolean> promise = Promise.promise();
    context.runOnContext(_ -> {
      queue.add(new Waiting(entry, promise));
      send();
    });
    return promise.future();
  }

  private void send() {
    while (underWay < BATCHES_UNDER_WAY && !queue.isEmpty()) {
      List<Waiting> batch = takeBatch();
      underWay++;
      commit(batch).onComplete(_ -> context.runOnContext(__ -> {
        underWay--;
        send();
      }));
    }
  }

  /** Either firsts or nexts, as they come, because each kind is a statement of its own. */
  private List<Waiting> takeBatch() {
    List<Waiting> batch = new ArrayList<>();
    int characters = 0;
    boolean firsts = queue.peek().entry instanceof Entry.First;
    // Two groups of one batch with the same id must not meet in one statement: the second has to lose.
    Set<RunKey> runs = new HashSet<>();
    while (!queue.isEmpty() && batch.size() < MOST_IN_BATCH && characters < MOST_CHARACTERS_IN_BATCH
        && queue.peek().entry instanceof Entry.First == firsts && runs.add(queue.peek().entry.run())) {
      Waiting waiting = queue.poll();
      characters += waiting.entry.group().message().length();
      batch.add(waiting);
    }
    return batch;
  }

  private Future<Void> commit(List<Waiting> batch) {
    return count.batch(batch.size(), write(batch.stream().map(Waiting::entry).toList())).transform(written -> {
      if (written.succeeded()) {
        batch.forEach(waiting -> tell(waiting, written.result().contains(waiting.entry.run())));
        return Future.succeededFuture();
      }
      // Perhaps one bad group made the others fail with it, so each is tried alone, and hears for itself.
      return Future.join(batch.stream().map(this::commitAlone).toList()).mapEmpty();
    });
  }

  /** Whoever listens is called here and now, and what goes wrong with one run must not keep the others waiting. */
  private static void tell(Waiting waiting, boolean written) {
    try {
      waiting.promise.complete(written);
    } catch (RuntimeException error) {
      LOG.atError().addKeyValue("run", waiting.entry.run().run()).setCause(error)
          .log("a run failed as it heard that its events are durable");
    }
  }

  private Future<Boolean> commitAlone(Waiting waiting) {
    return perseverance.until(() -> alone(waiting.entry)).onComplete(waiting.promise);
  }

  /** The statement that failed may have been committed before its answer was lost. */
  private Future<Boolean> alone(Entry entry) {
    return sql.isWritten(entry, owner).compose(written -> written
        ? Future.succeededFuture(true)
        : write(List.of(entry)).map(runs -> runs.contains(entry.run())));
  }

  private Future<Set<RunKey>> write(List<Entry> entries) {
    return switch (entries.get(0)) {
      case Entry.First _ -> sql.first(entries.stream().map(Entry.First.class::cast).toList());
      case Entry.Next _ -> sql.next(entries.stream().map(Entry.Next.class::cast).toList());
    };
  }
}
