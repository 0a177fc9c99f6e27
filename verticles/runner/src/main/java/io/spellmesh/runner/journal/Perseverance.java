package io.spellmesh.runner.journal;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.kit.database.DatabaseFailures;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/** Tries again while the database is away or has too much to do. What is tried must do no harm when it was done already. */
public final class Perseverance {
  private static final Duration BEFORE_NEXT_TRY = Duration.ofMillis(250);

  private final Vertx vertx;

  public Perseverance(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Fails with a {@link Failure} that does not pass by itself. */
  public <T> Future<T> until(Supplier<Future<T>> work) {
    return work.get().recover(error -> {
      Failure failure = DatabaseFailures.map(error);
      return failure.code() == FailureCode.UNAVAILABLE || failure.code() == FailureCode.TOO_MANY
          ? pause().compose(_ -> until(work))
          : Future.failedFuture(failure);
    });
  }

  private Future<Void> pause() {
    Promise<Void> later = Promise.promise();
    vertx.setTimer(BEFORE_NEXT_TRY.toMillis(), _ -> later.complete());
    return later.future();
  }
}
