package io.spellmesh.engine.lab;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** What a future that is done gave, as {@code Host.await} has it: the very error it failed with. */
final class Awaited {
  private Awaited() {}

  static <T> T valueOf(CompletableFuture<T> done) {
    if (done.state() == Future.State.SUCCESS) {
      return done.resultNow();
    }
    // Not exceptionNow(), which would take off a wrapping that other hosts leave on.
    throw Awaited.<RuntimeException>unchecked(done.handle((value, error) -> error).resultNow());
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E unchecked(Throwable error) throws E {
    throw (E) error;
  }
}
