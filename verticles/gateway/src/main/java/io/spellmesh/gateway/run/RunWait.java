package io.spellmesh.gateway.run;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.gateway.rest.Request;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Waits for the end of one run, in turns that any process answers. A turn that nobody answered is asked
 * again: the run's owner, or the process asked, may just have died, and the journal knows all the same.
 */
final class RunWait {
  /** Between two turns that did not wait: neither a busy loop nor a noticeable delay. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Vertx vertx;
  private final Request request;
  private final Runner.Which run;
  private final Promise<Optional<RunView>> result = Promise.promise();
  private long deadline;
  private boolean over;

  RunWait(Vertx vertx, Request request, UUID run) {
    this.vertx = vertx;
    this.request = request;
    this.run = new Runner.Which(run);
  }

  /**
   * The run when it has ended, or cannot go on by itself, or the time is up; empty if the time is up and
   * nobody can say how it stands. Fails with what would not be better the next time.
   */
  Future<Optional<RunView>> begin(Duration longest) {
    if (longest.isZero()) {
      lookOnce();
      return result.future();
    }
    deadline = vertx.setTimer(longest.toMillis(), _ -> lookOnce());
    turn();
    return result.future();
  }

  /** Ends the waiting now, with how the run stands. */
  void cut() {
    lookOnce();
  }

  /** Ends the waiting; nobody is interested any more. */
  void forget() {
    finish();
    result.tryComplete(Optional.empty());
  }

  private void turn() {
    if (over) {
      return;
    }
    long asked = System.nanoTime();
    request.ask(Runner.AWAIT, run).onSuccess(view -> {
      if (isSettled(view.status())) {
        finish();
        result.tryComplete(Optional.of(view));
      } else {
        turnAgain(System.nanoTime() - asked);
      }
    }).onFailure(error -> {
      if (isPassing(error)) {
        turnAgain(System.nanoTime() - asked);
      } else {
        finish();
        result.tryFail(error);
      }
    });
  }

  private void turnAgain(long tookNanos) {
    if (tookNanos < PAUSE.toNanos()) {
      vertx.setTimer(PAUSE.toMillis(), _ -> turn());
    } else {
      turn();
    }
  }

  private void lookOnce() {
    if (over) {
      return;
    }
    finish();
    request.ask(Runner.GET, run).onSuccess(view -> result.tryComplete(Optional.of(view)))
        .onFailure(error -> {
          if (isPassing(error)) {
            result.tryComplete(Optional.empty());
          } else {
            result.tryFail(error);
          }
        });
  }

  private void finish() {
    over = true;
    vertx.cancelTimer(deadline);
  }

  /** One that waits, or was interrupted, goes on only when somebody says so, and who waits here cannot. */
  private static boolean isSettled(RunStatus status) {
    return switch (status) {
      case COMPLETED, FAILED, CANCELLED, INTERRUPTED, WAITING -> true;
      case RUNNING -> false;
    };
  }

  static boolean isPassing(Throwable error) {
    return error instanceof Failure failure && switch (failure.code()) {
      case UNAVAILABLE, TIMED_OUT, TOO_MANY -> true;
      case BAD_REQUEST, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, UNPROCESSABLE, CANCELLED, INTERNAL,
          PROVIDER_FAILED -> false;
    };
  }
}
