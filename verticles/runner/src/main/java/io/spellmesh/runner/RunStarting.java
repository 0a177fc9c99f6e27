package io.spellmesh.runner;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.engine.run.Emitted;
import io.spellmesh.runner.journal.RunHeads;
import io.spellmesh.runner.journal.RunKey;
import io.spellmesh.runner.journal.RunStore;
import io.spellmesh.runner.live.LiveRuns;
import io.spellmesh.runner.live.Resumption;
import io.spellmesh.runner.live.RunOrder;
import io.spellmesh.runner.live.SpellRunnerVerticle;
import io.spellmesh.runner.live.Surroundings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Starts runs; the same request twice is one run. */
final class RunStarting {
  private final Vertx vertx;
  private final HomeContext home;
  private final Surroundings surroundings;
  private final RunStore store;
  private final LiveRuns live;

  /** A runner's verticle, once it is deployed. @param end to be called when the run is over */
  private record Place(Future<SpellRunnerVerticle> runner, Runnable end) {}

  RunStarting(Vertx vertx, HomeContext home, Surroundings surroundings, RunStore store, LiveRuns live) {
    this.vertx = vertx;
    this.home = home;
    this.surroundings = surroundings;
    this.store = store;
    this.live = live;
  }

  /** Starts a run in a runner of its own. */
  Future<Runner.Started> start(Caller caller, Runner.Start start) {
    return start(caller, start, this::ownPlace);
  }

  private Place ownPlace() {
    HiredRunner own = new HiredRunner(vertx, surroundings);
    Future<SpellRunnerVerticle> begun = own.begin();
    own.retire();
    return new Place(begun, own::end);
  }

  /**
   * Goes on with a run, in a runner of its own; complete once what it goes on with is durable.
   *
   * @return whether it goes on here; false if it does not stand where it stood
   */
  Future<Boolean> resume(Resumption resumption) {
    live.admitUncounted(resumption.from().run().user());
    return begin(resumption.from().run(), ownPlace(), runner -> runner.resume(resumption)).map(true)
        .recover(error -> error instanceof Taken ? Future.succeededFuture(false) : Future.failedFuture(error));
  }

  /** Starts a run in a runner that is there already. */
  Future<Runner.Started> startIn(HiredRunner runner, Caller caller, Runner.Start start) {
    return start(caller, start, () -> new Place(runner.begin(), runner::end));
  }

  /** Starts the run that an item of a source begins, in the runner that plays the spell. */
  Future<Runner.Started> startEmitted(HiredRunner runner, RunHeads.Pair of, Emitted item) {
    UUID run = UUID.randomUUID();
    Runner.Start start = new Runner.Start(Optional.of(run), of.spell(), JsonNodeFactory.instance.objectNode(),
        Optional.empty(), Optional.empty());
    RunOrder order = new RunOrder(run, caller(of.user(), run), start, hash(start), Optional.of(item));
    live.admitUncounted(of.user());
    return begin(order, () -> new Place(runner.begin(), runner::end));
  }

  /** A run's own, for who asked to play is perhaps long gone. */
  Caller caller(UUID user, UUID run) {
    return new Caller(user, Set.of(), run, surroundings.issuer().issueForRun(user, run));
  }

  private Future<Runner.Started> start(Caller caller, Runner.Start start, Supplier<Place> places) {
    byte[] hash = hash(start);
    RunOrder order = new RunOrder(start.run().orElseGet(UUID::randomUUID), caller, start, hash,
        Optional.empty());
    if (start.run().isEmpty() && start.idempotencyKey().isEmpty() || isFirstOfTab(order)) {
      return admitted(order, places);
    }
    // Asked first, so that a repeated request costs no completion a second time.
    return store.findSame(caller.user(), start.run(), start.idempotencyKey())
        .compose(known -> known.map(run -> Future.succeededFuture(same(run, order)))
            .orElseGet(() -> admitted(order, places)));
  }

  /**
   * A tab makes an id for each run, and repeats it only if its socket broke meanwhile. So the question is left
   * to the insert, which refuses what is there already, unless the run is under way here.
   */
  private boolean isFirstOfTab(RunOrder order) {
    return order.start().tab().isPresent() && order.start().idempotencyKey().isEmpty()
        && live.find(order.caller().user(), order.run()).isEmpty();
  }

  private Future<Runner.Started> admitted(RunOrder order, Supplier<Place> places) {
    live.admit(order.caller().user(), System.currentTimeMillis());
    return begin(order, places);
  }

  private Future<Runner.Started> begin(RunOrder order, Supplier<Place> places) {
    return begin(order.key(), places.get(), runner -> runner.run(order))
        .map(_ -> new Runner.Started(order.run(), false))
        .recover(error -> error instanceof Taken ? taken(order) : Future.failedFuture(error));
  }

  /** Fails with {@link Taken} if the run is another's. */
  private Future<?> begin(RunKey run, Place place,
      Function<SpellRunnerVerticle, Future<SpellRunnerVerticle.Begun>> begin) {
    Runnable over = () -> {
      live.leave(run.user());
      place.end().run();
    };
    return place.runner()
        .compose(runner -> home.hear(begin.apply(runner))
            .compose(begun -> begun.isNew() ? Future.succeededFuture(begun)
                : Future.failedFuture(new Taken()))
            .onSuccess(begun -> {
              Future<RunStatus> ended = home.hear(begun.ended());
              LiveRuns.Live entry = new LiveRuns.Live(runner, ended);
              live.add(run, entry);
              ended.onComplete(_ -> {
                live.remove(run, entry);
                over.run();
              });
            }))
        .onFailure(_ -> over.run());
  }

  /** Another request with the same id or key was faster; its row is there now. */
  private Future<Runner.Started> taken(RunOrder order) {
    return store.findSame(order.caller().user(), order.start().run(), order.start().idempotencyKey())
        .map(known -> same(known.orElseThrow(() -> new IllegalStateException(
            "the run id or key was taken, but nobody has it run=" + order.run())), order));
  }

  private static Runner.Started same(RunStore.Known known, RunOrder order) {
    if (Arrays.equals(known.requestHash(), order.requestHash())) {
      return new Runner.Started(known.run(), true);
    }
    throw Failure.conflict("another request was made with the same run id or idempotency key");
  }

  private static byte[] hash(Runner.Start start) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Wire.bytes(start.spell()));
      digest.update(Wire.bytes(start.inputs()));
      start.pinned().ifPresent(pinned -> digest.update(Wire.bytes(pinned)));
      start.from().ifPresent(from -> digest.update(Wire.bytes(from)));
      start.to().ifPresent(to -> digest.update(Wire.bytes(to)));
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The first writer of a run's id or key has won, and it was not this one. */
  private static final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Taken() {
      super("the run's id or key is taken", null, false, false);
    }
  }
}
