package io.spellmesh.runner.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Caller;
import io.spellmesh.contract.EncodedJson;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunError;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunParts;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.engine.run.Program;
import io.spellmesh.engine.run.Reuse;
import io.spellmesh.engine.run.Run;
import io.spellmesh.engine.run.RunListener;
import io.spellmesh.engine.run.RunSettings;
import io.spellmesh.runner.journal.ValueStore.LargeValue;
import io.spellmesh.runner.plan.ProgramLoader;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run under way. What the engine tells is committed in groups, one at a time, and published after;
 * everything happens on the runner's context.
 */
final class LiveRun {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);
  private static final String LOST = "the run is no longer this process's";
  private static final String UNWRITABLE = "the run's events could not be written";

  /** Where it stopped. @param ms how long it took so far */
  private record Parked(Optional<Instant> until, long ms) {}

  private final Vertx vertx;
  private final Context context;
  private final Surroundings surroundings;
  private final RunOrder order;
  private final String address;
  private final RunRows rows;
  private final Grouping grouping;
  private final Bulk bulk = new Bulk(this::keep);
  private final List<LargeValue> values = new ArrayList<>();
  private final AfterCommit afterCommit;
  private final Courtesy courtesy = new Courtesy();
  private final Promise<Boolean> begun = Promise.promise();
  private final Promise<RunStatus> ended = Promise.promise();
  private final Parts parts;
  private final Run run;
  /** Steps whose answers it was resumed with, and that have not heard them yet. */
  private final Set<String> owed;
  /** Number of the event with which it has begun, for whoever asked for it. */
  private long begunWith;
  private Optional<Parked> parked = Optional.empty();
  private long told;
  private boolean abandoned;
  private boolean flushing;

  /** A new run. @throws Failure UNPROCESSABLE if the program cannot begin with these inputs */
  LiveRun(Vertx vertx, Context context, Surroundings surroundings, RunOrder order, ProgramLoader.Loaded loaded,
      Reuse reuse) {
    this(vertx, context, surroundings, loaded.program(),
        RunSettings.USUAL.with(surroundings.limits()).with(order.emitted()).with(reuse)
            .to(order.start().to()),
        new RunRows(order, loaded.version(), surroundings.owner(), RunRows.FIRST_FENCE,
            Instant.ofEpochMilli(System.currentTimeMillis()), loaded.program().root().resumes()));
  }

  /** @throws Failure UNPROCESSABLE or BAD_REQUEST if the program cannot begin with these inputs and answers */
  LiveRun(Vertx vertx, Context context, Surroundings surroundings, Program program, RunSettings settings,
      RunRows rows) {
    this.vertx = vertx;
    this.context = context;
    this.surroundings = surroundings;
    this.rows = rows;
    order = rows.order();
    address = Addresses.spellOf(order.caller().user(), order.start().spell());
    grouping = rows.grouping();
    owed = new HashSet<>(settings.earlier().answers().keySet());
    begunWith = owed.isEmpty() ? settings.firstSeq() : Long.MAX_VALUE;
    afterCommit = new AfterCommit(context, settings.firstSeq() - 1);
    RunHost host = new RunHost(vertx, context, order.run(), afterCommit::run,
        new MeshCapabilities(surroundings, order.caller().user(), order.run()), this::find);
    parts = new Parts(vertx, this::publish);
    run = new Run(order.run().toString(), program, order.start().inputs(), settings, host, new RunListener() {
      @Override
      public void on(RunEvent event) {
        hear(event);
      }

      @Override
      public void parked(Optional<Instant> until, long ms) {
        park(new Parked(until, ms));
      }
    }, piece -> parts.add(piece, told));
  }

  void start() {
    run.start();
  }

  /**
   * Whether it is this process's run (true), or its id or key was taken or a new owner has it (false); once that is
   * durable, and with it the answers that the run was resumed with.
   */
  Future<Boolean> begun() {
    return begun.future();
  }

  /** Its status, once its final event is durable or it is parked; fails if the run was given up. */
  Future<RunStatus> ended() {
    return ended.future();
  }

  void cancel(String reason) {
    run.cancel(reason);
  }

  /**
   * What a person answers; true once that is durable, false if it comes too late here. Fails as
   * {@link Run#answer} does.
   */
  Future<Boolean> answer(String step, JsonNode value) {
    if (run.isOver()) {
      return Future.succeededFuture(false);
    }
    run.answer(step, value);
    Promise<Boolean> durable = Promise.promise();
    afterCommit.run(told, () -> durable.tryComplete(true));
    ended.future().onFailure(durable::tryFail);
    return durable.future();
  }

  /** Ends it here and writes nothing more: whether it is still this process's cannot be known. */
  void abandon() {
    abandoned = true;
    run.cancel(LOST);
    ended.tryFail(Failure.unavailable(LOST, Duration.ofSeconds(1)));
  }

  List<RunParts.Snapshot> texts() {
    return parts.texts();
  }

  private void hear(RunEvent event) {
    if (abandoned) {
      return;
    }
    told = event.seq();
    if (event instanceof RunEvent.NodeAnswered answered && owed.remove(answered.step()) && owed.isEmpty()) {
      begunWith = told;
    }
    grouping.add(bulk.lighten(event));
    if (!flushing) {
      flushing = true;
      // After this turn of the engine, so that all it tells in one turn is one group.
      context.runOnContext(_ -> flush());
    }
    courtesy.giveWay();
  }

  /** With the run's own token: the asker's may end before the run does. */
  private Program find(UUID within, String idOrName) {
    UUID user = order.caller().user();
    return surroundings.programs().named(new Caller(user, Set.of(), order.run(),
        surroundings.issuer().issueForRun(user, order.run())), within, idOrName);
  }

  private void keep(LargeValue value) {
    values.add(value);
  }

  private void flush() {
    if (abandoned) {
      return;
    }
    List<LargeValue> large = List.copyOf(values);
    values.clear();
    Grouping.Closed group = grouping.close();
    // If nothing streams, no step that streams ends in the group: nothing of this context goes before it. What
    // begins to stream meanwhile is for later groups, and belongs to this context alone.
    boolean isAlone = parts.isQuiet();
    boolean begins = group.last().seq() >= begunWith || group.last().isFinal();
    if (surroundings.durability() == Durability.RELAXED) {
      parts.before(group);
      publish(group);
      if (begins) {
        begun.tryComplete(true);
      }
    }
    Future<Void> kept = large.isEmpty() ? Future.succeededFuture()
        : surroundings.values().write(order.key(), rows.day(), large);
    kept.compose(_ -> surroundings.journal().append(rows.entry(group))).onComplete(written -> {
      if (isAlone && written.succeeded() && written.result()) {
        committed(group, begins);
        if (!group.last().isFinal() || afterCommit.isAwaited()) {
          context.runOnContext(_ -> goOn(group));
        }
      } else {
        context.runOnContext(_ -> {
          if (written.failed()) {
            giveUp(written.cause());
          } else if (written.result()) {
            parts.before(group);
            committed(group, begins);
            goOn(group);
          } else {
            notOurs();
          }
        });
      }
    });
  }

  /** Tells the world, where the journal does or on the runner's context. @param begins whether the run has begun with it */
  private void committed(Grouping.Closed group, boolean begins) {
    surroundings.count().committed(group.events());
    if (surroundings.durability() == Durability.JOURNAL) {
      publish(group);
    }
    afterCommit.committed(group.last().seq());
    if (begins) {
      begun.tryComplete(true);
    }
    if (group.last().isFinal()) {
      RunStatus status = RunRows.statusAfter(group.last());
      LOG.atInfo().addKeyValue("run", order.run()).addKeyValue("spell", order.start().spell())
          .addKeyValue("user", order.caller().user()).addKeyValue("status", status.text())
          .addKeyValue("events", afterCommit.committed()).log("run ended");
      ended.tryComplete(status);
    }
  }

  private void goOn(Grouping.Closed group) {
    parts.after(group.last().seq());
    afterCommit.release();
    if (group.last().isFinal()) {
      return;
    }
    if (grouping.isEmpty() || abandoned) {
      flushing = false;
      parked.ifPresent(this::leave);
    } else {
      flush();
    }
  }

  private void park(Parked where) {
    parked = Optional.of(where);
    if (!flushing) {
      leave(where);
    }
  }

  /** All that was told is durable: whoever hears of an answer or the hour goes on from there. */
  private void leave(Parked where) {
    if (abandoned) {
      return;
    }
    surroundings.standing().park(order.key(), rows.fence(), afterCommit.committed(), where.until, where.ms)
        .onComplete(written -> context.runOnContext(_ -> {
          begun.tryComplete(true);
          if (written.succeeded() && written.result()) {
            LOG.atInfo().addKeyValue("run", order.run()).addKeyValue("spell", order.start().spell())
                .addKeyValue("user", order.caller().user()).addKeyValue("events", afterCommit.committed())
                .log("run parked");
            ended.tryComplete(RunStatus.WAITING);
          } else if (written.succeeded()) {
            notOurs();
          } else {
            LOG.atError().addKeyValue("run", order.run()).setCause(written.cause()).log("run could not be parked");
            ended.tryFail(written.cause());
          }
        }));
  }

  private void publish(Grouping.Closed group) {
    publish(new EncodedJson(group.message()));
  }

  private void publish(List<RunParts.Part> pieces) {
    publish(Wire.encoded(new RunParts(order.run(), order.start().tab(), rows.fence(), pieces)));
  }

  private void publish(JsonObject message) {
    vertx.eventBus().publish(address, message);
  }

  /** Its row is another's: another run with its id or key, or a new owner. Nothing more is written. */
  private void notOurs() {
    run.cancel(LOST);
    if (!begun.tryComplete(false)) {
      LOG.atWarn().addKeyValue("run", order.run()).log("run lost to another owner");
    }
    ended.tryFail(Failure.unavailable(LOST, Duration.ofSeconds(1)));
  }

  /** One of its groups cannot be written at all; what is durable stands, and the run ends as failed. */
  private void giveUp(Throwable cause) {
    LOG.atError().addKeyValue("run", order.run()).setCause(cause).log("run's events could not be written");
    run.cancel(UNWRITABLE);
    Failure failure = cause instanceof Failure known ? known : new Failure(FailureCode.INTERNAL, UNWRITABLE);
    if (afterCommit.committed() == 0) {
      begun.tryFail(failure);
      ended.tryFail(failure);
      return;
    }
    Grouping last = rows.grouping();
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    last.add(new RunEvent.Failed(afterCommit.committed() + 1, now, new RunError(Optional.empty(), Optional.empty(),
        FailureCode.INTERNAL, UNWRITABLE), Duration.between(rows.started(), now).toMillis()));
    Grouping.Closed group = last.close();
    surroundings.journal().append(rows.entry(group)).onComplete(written -> context.runOnContext(_ -> {
      if (written.succeeded() && written.result()) {
        parts.before(group);
        committed(group, true);
        afterCommit.release();
      } else {
        ended.tryFail(failure);
      }
    }));
  }
}
