package io.spellmesh.runner;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.runner.journal.RunStore;
import io.spellmesh.runner.live.LiveRuns;
import io.spellmesh.runner.live.RunOrder;
import io.spellmesh.runner.live.SpellRunnerVerticle;
import io.spellmesh.runner.live.Surroundings;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts runs, each in a runner verticle for its length; the same request twice is one run. */
final class RunStarting {
  private static final Logger LOG = LoggerFactory.getLogger(RunStarting.class);
  private static final DeploymentOptions ON_VIRTUAL_THREADS =
      new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);

  private final Vertx vertx;
  private final Context context;
  private final Surroundings surroundings;
  private final RunStore store;
  private final LiveRuns live;

  RunStarting(Vertx vertx, Context context, Surroundings surroundings, RunStore store, LiveRuns live) {
    this.vertx = vertx;
    this.context = context;
    this.surroundings = surroundings;
    this.store = store;
    this.live = live;
  }

  Future<Runner.Started> start(Caller caller, Runner.Start start) {
    byte[] hash = hash(start);
    RunOrder order = new RunOrder(start.run().orElseGet(UUID::randomUUID), caller, start, hash);
    if (start.run().isEmpty() && start.idempotencyKey().isEmpty()) {
      return begin(order);
    }
    // Asked first, so that a repeated request costs no completion a second time.
    return store.findSame(caller.user(), start.run(), start.idempotencyKey())
        .compose(known -> known.map(run -> Future.succeededFuture(same(run, order)))
            .orElseGet(() -> begin(order)));
  }

  private Future<Runner.Started> begin(RunOrder order) {
    UUID user = order.caller().user();
    live.admit(user, System.currentTimeMillis());
    SpellRunnerVerticle runner = new SpellRunnerVerticle(surroundings);
    return vertx.deployVerticle(runner, ON_VIRTUAL_THREADS)
        .compose(deployment -> here(runner.run(order))
            .compose(begun -> begun.isNew() ? Future.succeededFuture(begun) : Future.failedFuture(new Taken()))
            .onSuccess(begun -> {
              Future<RunStatus> ended = here(begun.ended());
              live.add(order.run(), new LiveRuns.Live(user, runner, ended));
              ended.onComplete(_ -> retire(deployment, order));
            })
            .onFailure(_ -> retire(deployment, order)))
        .map(_ -> new Runner.Started(order.run(), false))
        .recover(error -> error instanceof Taken ? taken(order) : Future.failedFuture(error));
  }

  /** The same outcome, heard on the SpellManager's context: the runner's own ends with the runner. */
  private <T> Future<T> here(Future<T> there) {
    Promise<T> promise = Promise.promise();
    there.onComplete(outcome -> context.runOnContext(_ -> promise.handle(outcome)));
    return promise.future();
  }

  private void retire(String deployment, RunOrder order) {
    live.remove(order.run());
    live.leave(order.caller().user());
    vertx.undeploy(deployment)
        .onFailure(error -> LOG.warn("runner could not be undeployed run={}", order.run(), error));
  }

  /** Another request with the same id or key was faster; its row is there now. */
  private Future<Runner.Started> taken(RunOrder order) {
    return store.findSame(order.caller().user(), order.start().run(), order.start().idempotencyKey())
        .map(known -> known.map(run -> same(run, order))
            .orElseThrow(() -> Failure.conflict("the run id " + order.run() + " cannot be used, choose another")));
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
      return digest.digest(Wire.bytes(start.inputs()));
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
