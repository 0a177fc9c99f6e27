package io.spellmesh.engine.lab;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** What a future that is done gave, as {@code Host.await} has it: its own error, in no wrapping. */
final class Awaited {
  private Awaited() {}

  static <T> T valueOf(CompletableFuture<T> done) {
    if (done.state() == Future.State.SUCCESS) {
      return done.resultNow();
    }
    throw Awaited.<RuntimeException>unchecked(done.exceptionNow());
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E unchecked(Throwable error) throws E {
    throw (E) error;
  }
}
