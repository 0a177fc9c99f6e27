package io.spellmesh.mesh;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the process ends, by a signal or by itself: what was opened last is closed first, and the exit code
 * is ours. All of it within {@link #PATIENCE}; what takes longer is left to the system.
 */
final class Ending {
  /** Supervisors kill after 30 s: there is time left to say what hung. */
  static final Duration PATIENCE = Duration.ofSeconds(28);
  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

  private final Deque<Step> steps = new ConcurrentLinkedDeque<>();
  private final AtomicInteger code = new AtomicInteger();

  private record Step(String what, Supplier<Future<?>> close) {}

  private Ending() {}

  /** From now on the process ends this way. */
  static Ending installed() {
    Ending ending = new Ending();
    Runtime.getRuntime().addShutdownHook(new Thread(ending::run, "spellmesh-ending"));
    return ending;
  }

  /** @param what completes "closed …" in the log */
  void closes(String what, Supplier<Future<?>> close) {
    steps.push(new Step(what, close));
  }

  /** Ends the process with this code. Not to be called on an event loop, which the closing needs. */
  void exit(int exitCode) {
    code.set(exitCode);
    System.exit(exitCode);
  }

  private void run() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (Step step : steps) {
      close(step, deadline);
    }
    System.out.flush();
    // A JVM that a signal ends exits with 128 + its number, even after an orderly end.
    Runtime.getRuntime().halt(code.get());
  }

  private static void close(Step step, long deadline) {
    long began = System.nanoTime();
    try {
      step.close().get().await(Math.max(1, deadline - began), TimeUnit.NANOSECONDS);
      LOG.atInfo().addKeyValue("what", step.what())
          .addKeyValue("tookMs", (System.nanoTime() - began) / 1_000_000).log("closed");
    } catch (TimeoutException late) {
      LOG.atError().addKeyValue("what", step.what()).setCause(late)
          .log("did not close in time and is left behind");
    } catch (Exception failed) {
      // The others are closed all the same.
      LOG.atError().addKeyValue("what", step.what()).setCause(failed).log("could not be closed");
    }
  }
}
