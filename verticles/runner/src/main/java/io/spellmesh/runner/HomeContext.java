package io.spellmesh.runner;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;

/** The SpellManager's context, to which all its state belongs. */
record HomeContext(Context context) {

  /**
   * The same outcome, heard at home: a runner's own context ends with the runner. At once, if it came about on
   * home's thread.
   */
  <T> Future<T> hear(Future<T> there) {
    Promise<T> promise = Promise.promise();
    there.onComplete(outcome -> ((ContextInternal) context).emit(_ -> promise.handle(outcome)));
    return promise.future();
  }
}
