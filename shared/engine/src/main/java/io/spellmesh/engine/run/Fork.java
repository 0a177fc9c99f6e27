package io.spellmesh.engine.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * One attempt of a body that waits. Stopping it fails what it waits on, and cancels it for whoever works on it;
 * threads are not interrupted.
 */
final class Fork {
  private final Host host;
  private Optional<CompletableFuture<?>> waiting = Optional.empty();
  private Optional<Stopped> stopped = Optional.empty();

  Fork(Host host) {
    this.host = host;
  }

  <T> T await(CompletionStage<T> stage) {
    CompletableFuture<T> gate = new CompletableFuture<>();
    synchronized (this) {
      if (stopped.isPresent()) {
        throw stopped.get();
      }
      waiting = Optional.of(gate);
    }
    stage.whenComplete((value, error) -> {
      if (error == null) {
        gate.complete(value);
      } else {
        // A stage made from another wraps its error; which code it has must not depend on that.
        gate.completeExceptionally(error instanceof CompletionException && error.getCause() != null
            ? error.getCause() : error);
      }
    });
    try {
      return host.await(gate);
    } catch (Stopped why) {
      stage.toCompletableFuture().cancel(false);
      throw why;
    } finally {
      synchronized (this) {
        waiting = Optional.empty();
      }
    }
  }

  /** Timers are set on the strand, and called off by whoever stops waiting. */
  void pause(Duration time) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    host.post(() -> {
      if (!over.isDone()) {
        Host.Timer timer = host.after(time, () -> over.complete(null));
        over.whenComplete((nothing, stopped) -> timer.callOff());
      }
    });
    try {
      await(over);
    } finally {
      over.cancel(false);
    }
  }

  void stop(Stopped why) {
    Optional<CompletableFuture<?>> awaited;
    synchronized (this) {
      if (stopped.isPresent()) {
        return;
      }
      stopped = Optional.of(why);
      awaited = waiting;
    }
    awaited.ifPresent(gate -> gate.completeExceptionally(why));
  }
}
