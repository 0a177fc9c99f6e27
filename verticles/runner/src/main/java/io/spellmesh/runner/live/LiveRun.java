package io.spellmesh.runner.live;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.run.RunError;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.engine.run.Run;
import io.spellmesh.engine.run.RunSettings;
import io.spellmesh.runner.journal.Entry;
import io.spellmesh.runner.journal.ValueStore.LargeValue;
import io.spellmesh.runner.plan.ProgramLoader;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run under way. What the engine tells is committed in groups, one at a time, and published after;
 * everything happens on the runner's context.
 */
final class LiveRun {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);
  private static final int FIRST_FENCE = 1;
  /** Longer than most bodies take, shorter than anyone notices. */
  private static final long GIVE_WAY_AFTER_NANOS = 5_000_000;
  private static final String UNWRITABLE = "the run's events could not be written";

  private record AwaitingCommit(long seq, Runnable task) {}

  private final Vertx vertx;
  private final Context context;
  private final Surroundings surroundings;
  private final RunOrder order;
  private final ProgramLoader.Loaded loaded;
  private final Instant started = Instant.ofEpochMilli(System.currentTimeMillis());
  private final LocalDate day = LocalDate.ofInstant(started, ZoneOffset.UTC);
  private final Grouping grouping;
  private final Bulk bulk = new Bulk(this::keep);
  private final List<LargeValue> values = new ArrayList<>();
  private final Deque<AwaitingCommit> awaitingCommit = new ArrayDeque<>();
  private final Promise<Boolean> begun = Promise.promise();
  private final Promise<RunStatus> ended = Promise.promise();
  private final Run run;
  private long committed;
  private boolean flushing;
  private long gaveWay = System.nanoTime();

  /** @throws Failure UNPROCESSABLE if the program cannot begin with these inputs */
  LiveRun(Vertx vertx, Context context, Surroundings surroundings, RunOrder order,
      ProgramLoader.Loaded loaded) {
    this.vertx = vertx;
    this.context = context;
    this.surroundings = surroundings;
    this.order = order;
    this.loaded = loaded;
    grouping = new Grouping(order.run(), order.start().tab(), FIRST_FENCE);
    RunHost host = new RunHost(vertx, context, order.run(), this::whenCommitted);
    run = new Run(order.run().toString(), loaded.program(), order.start().inputs(),
        RunSettings.USUAL.with(surroundings.limits()), host, this::on);
  }

  void start() {
    run.start();
  }

  /** Whether it is a run of its own (true), or its id or key was taken (false); once that is durable. */
  Future<Boolean> begun() {
    return begun.future();
  }

  /** Its status, once its final event is durable; fails if the run was given up. */
  Future<RunStatus> ended() {
    return ended.future();
  }

  void cancel(String reason) {
    context.runOnContext(_ -> run.cancel(reason));
  }

  private void on(RunEvent event) {
    grouping.add(bulk.lighten(event));
    if (!flushing) {
      flushing = true;
      // After this turn of the engine, so that all it tells in one turn is one group.
      context.runOnContext(_ -> flush());
    }
    giveWay();
  }

  /**
   * All runs share as many threads as there are processors, and nothing takes one from a body that computes:
   * two spells of large templates would leave none. A yield may give the thread to itself again, and did;
   * parked, it is out of the way for a moment. Tasks of this run keep their order all the same.
   */
  private void giveWay() {
    if (System.nanoTime() - gaveWay > GIVE_WAY_AFTER_NANOS) {
      LockSupport.parkNanos(1);
      gaveWay = System.nanoTime();
    }
  }

  private void keep(LargeValue value) {
    values.add(value);
  }

  private void whenCommitted(long seq, Runnable task) {
    if (seq <= committed) {
      context.runOnContext(_ -> task.run());
    } else {
      awaitingCommit.add(new AwaitingCommit(seq, task));
    }
  }

  private void flush() {
    List<LargeValue> large = List.copyOf(values);
    values.clear();
    Grouping.Closed group = grouping.close();
    if (surroundings.durability() == Durability.RELAXED) {
      publish(group);
    }
    Future<Void> kept = large.isEmpty() ? Future.succeededFuture()
        : surroundings.values().write(order.run(), day, large);
    kept.compose(_ -> surroundings.journal().append(entry(group)))
        .onComplete(written -> context.runOnContext(_ -> {
          if (written.failed()) {
            giveUp(written.cause());
          } else if (written.result()) {
            committed(group);
          } else {
            notOurs();
          }
        }));
  }

  private Entry entry(Grouping.Closed closed) {
    Optional<Entry.End> end = switch (closed.last()) {
      case RunEvent.Completed completed -> Optional.of(new Entry.End(completed.at(), completed.ms()));
      case RunEvent.Failed failed -> Optional.of(new Entry.End(failed.at(), failed.ms()));
      case RunEvent.Cancelled cancelled -> Optional.of(new Entry.End(cancelled.at(), cancelled.ms()));
      case RunEvent.Started _, RunEvent.NodeStarted _, RunEvent.NodeWaiting _, RunEvent.NodeLog _,
          RunEvent.NodeCompleted _, RunEvent.NodeFailed _, RunEvent.Interrupted _, RunEvent.Resumed _ ->
          Optional.empty();
    };
    Entry.Group group = new Entry.Group(closed.firstSeq(), closed.last().seq(), closed.message(),
        statusAfter(closed.last()), end);
    if (closed.firstSeq() > 1) {
      return new Entry.Next(order.run(), FIRST_FENCE, group);
    }
    return new Entry.First(new Entry.NewRun(order.run(), day, order.caller().user(), order.start().spell(),
        loaded.version(), order.start().idempotencyKey(), order.requestHash(), order.start().tab(),
        surroundings.owner(), FIRST_FENCE, started), group);
  }

  private static RunStatus statusAfter(RunEvent event) {
    return switch (event) {
      case RunEvent.Completed _ -> RunStatus.COMPLETED;
      case RunEvent.Failed _ -> RunStatus.FAILED;
      case RunEvent.Cancelled _ -> RunStatus.CANCELLED;
      case RunEvent.Interrupted _ -> RunStatus.INTERRUPTED;
      case RunEvent.Started _, RunEvent.NodeStarted _, RunEvent.NodeWaiting _, RunEvent.NodeLog _,
          RunEvent.NodeCompleted _, RunEvent.NodeFailed _, RunEvent.Resumed _ -> RunStatus.RUNNING;
    };
  }

  private void committed(Grouping.Closed group) {
    committed = group.last().seq();
    if (surroundings.durability() == Durability.JOURNAL) {
      publish(group);
    }
    begun.tryComplete(true);
    while (!awaitingCommit.isEmpty() && awaitingCommit.peek().seq <= committed) {
      context.runOnContext(task(awaitingCommit.poll()));
    }
    if (group.last().isFinal()) {
      RunStatus status = statusAfter(group.last());
      LOG.info("run ended run={} spell={} user={} status={} events={}", order.run(), order.start().spell(),
          order.caller().user(), status.text(), committed);
      ended.complete(status);
    } else if (grouping.isEmpty()) {
      flushing = false;
    } else {
      flush();
    }
  }

  private void publish(Grouping.Closed group) {
    vertx.eventBus().publish(Addresses.spellOf(order.caller().user(), order.start().spell()),
        new JsonObject(group.message()));
  }

  private static Handler<Void> task(AwaitingCommit awaiting) {
    return _ -> awaiting.task.run();
  }

  /** Its row is another's: another run with its id or key, or a new owner. Nothing more is written. */
  private void notOurs() {
    run.cancel("the run is no longer this process's");
    if (!begun.tryComplete(false)) {
      LOG.warn("run lost to another owner run={}", order.run());
    }
    ended.tryFail(Failure.unavailable("the run is no longer this process's", Duration.ofSeconds(1)));
  }

  /** One of its groups cannot be written at all; what is durable stands, and the run ends as failed. */
  private void giveUp(Throwable cause) {
    LOG.error("run's events could not be written run={}", order.run(), cause);
    run.cancel(UNWRITABLE);
    Failure failure = cause instanceof Failure known ? known : new Failure(FailureCode.INTERNAL, UNWRITABLE);
    if (begun.tryFail(failure)) {
      ended.fail(failure);
      return;
    }
    Grouping last = new Grouping(order.run(), order.start().tab(), FIRST_FENCE);
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    last.add(new RunEvent.Failed(committed + 1, now, new RunError(Optional.empty(), Optional.empty(),
        FailureCode.INTERNAL, UNWRITABLE), Duration.between(started, now).toMillis()));
    Grouping.Closed group = last.close();
    surroundings.journal().append(entry(group)).onComplete(written -> context.runOnContext(_ -> {
      if (written.succeeded() && written.result()) {
        committed(group);
      } else {
        ended.tryFail(failure);
      }
    }));
  }
}
