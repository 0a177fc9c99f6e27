package io.spellmesh.testkit;

import io.spellmesh.contract.Failure;
import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits in tests for what happens on other threads. */
public final class Waiting {
  /** Long enough for a loaded machine with a cold database. */
  private static final long PATIENCE_SECONDS = 60;

  private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private Waiting() {}

  /**
   * What the future completes with.
   *
   * @throws RuntimeException what it fails with, as it is
   * @throws AssertionError   if it does neither in a minute
   */
  public static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("nothing happened in " + PATIENCE_SECONDS + " s", e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting", e);
    }
  }

  /** The failure the future ends with. @throws AssertionError if it ends in any other way */
  public static Failure failureOf(Future<?> future) {
    Object answer;
    try {
      answer = await(future);
    } catch (Failure expected) {
      return expected;
    }
    throw new AssertionError("should have failed, but answered " + answer);
  }

  /** Returns once the condition holds, for what tells nobody when it happens; AssertionError in vain. */
  public static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the condition did not come to hold in " + PATIENCE_SECONDS + " s");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
  }
}
