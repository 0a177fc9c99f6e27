package io.spellmesh.mesh;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Function;

/**
 * Verticles on one event loop: what one of them asks the other is no hand-over between threads, which would
 * cost more than most of what is asked. Whoever moves in has to move out before the first of them does.
 */
final class Neighbours implements Deployable {
  private final Deployable first;
  private final Promise<Context> home = Promise.promise();

  Neighbours(Deployable first) {
    this.first = first;
  }

  @Override
  public Future<?> deploy(Context context) throws Exception {
    home.complete(context);
    return first.deploy(context);
  }

  @Override
  public Future<?> undeploy(Context context) throws Exception {
    return first.undeploy(context);
  }

  /** Complete when it has started beside the first, which is deployed. */
  Future<?> moveIn(Deployable other) {
    return at(context -> {
      try {
        return other.deploy(context);
      } catch (Exception notStarted) {
        return Future.failedFuture(notStarted);
      }
    });
  }

  /** Complete when it has stopped. */
  Future<?> moveOut(Deployable other) {
    return at(context -> {
      try {
        return other.undeploy(context);
      } catch (Exception notStopped) {
        return Future.failedFuture(notStopped);
      }
    });
  }

  private Future<?> at(Function<Context, Future<?>> task) {
    return home.future().compose(context -> {
      Promise<Object> done = Promise.promise();
      context.runOnContext(_ -> task.apply(context).<Object>map(it -> it).onComplete(done));
      return done.future();
    });
  }
}
