package io.spellmesh.user;

import io.spellmesh.contract.Failure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/** Lets a few tasks run at once and some more wait in order. Used from one context only. */
final class Turnstile {
  /** About the time that a full queue takes to empty. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private final int atOnce;
  private final int mostWaiting;
  private final Queue<Promise<Void>> waiting = new ArrayDeque<>();
  private int running;

  Turnstile(int atOnce, int mostWaiting) {
    this.atOnce = atOnce;
    this.mostWaiting = mostWaiting;
  }

  /** @return the task's outcome, or TOO_MANY if too many wait already */
  <T> Future<T> pass(Supplier<Future<T>> task) {
    return turn().compose(_ -> Future.<Void>succeededFuture().compose(_ -> task.get())
        .onComplete(_ -> leave()));
  }

  private Future<Void> turn() {
    if (running < atOnce) {
      running++;
      return Future.succeededFuture();
    }
    if (waiting.size() >= mostWaiting) {
      return Future.failedFuture(Failure.tooMany("too many log-ins at once, try again", SOON));
    }
    Promise<Void> turn = Promise.promise();
    waiting.add(turn);
    return turn.future();
  }

  /** Hands the place on, or gives it back if nobody waits. */
  private void leave() {
    Promise<Void> next = waiting.poll();
    if (next == null) {
      running--;
    } else {
      next.complete();
    }
  }
}
