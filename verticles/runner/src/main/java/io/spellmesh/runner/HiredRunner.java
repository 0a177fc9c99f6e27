package io.spellmesh.runner;

import io.spellmesh.runner.live.SpellRunnerVerticle;
import io.spellmesh.runner.live.Surroundings;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A runner verticle that is deployed until it has been retired and the last of its work is done. Belongs
 * to the SpellManager's context.
 */
final class HiredRunner {
  private static final Logger LOG = LoggerFactory.getLogger(HiredRunner.class);
  private static final DeploymentOptions ON_VIRTUAL_THREADS =
      new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);

  private final Vertx vertx;
  private final SpellRunnerVerticle verticle;
  private final Future<String> deployed;
  private int works;
  private boolean isRetired;

  HiredRunner(Vertx vertx, Surroundings surroundings) {
    this.vertx = vertx;
    verticle = new SpellRunnerVerticle(surroundings);
    deployed = vertx.deployVerticle(verticle, ON_VIRTUAL_THREADS);
  }

  /** Keeps it deployed until {@link #end} is called as often. */
  Future<SpellRunnerVerticle> begin() {
    if (isRetired && works == 0) {
      throw new IllegalStateException("a runner that has left takes no work");
    }
    works++;
    return deployed.map(verticle);
  }

  /** Something that was begun is over. */
  void end() {
    works--;
    leaveIfDone();
  }

  /** Has something done by it. */
  <T> Future<T> use(Function<SpellRunnerVerticle, Future<T>> work) {
    return begin().compose(work).onComplete(_ -> end());
  }

  /** It takes no new work; what was begun goes on. Doing it again changes nothing. */
  void retire() {
    if (!isRetired) {
      isRetired = true;
      leaveIfDone();
    }
  }

  boolean isRetired() {
    return isRetired;
  }

  private void leaveIfDone() {
    if (isRetired && works == 0) {
      deployed.compose(vertx::undeploy)
          .onFailure(error -> LOG.warn("runner could not be undeployed", error));
    }
  }
}
