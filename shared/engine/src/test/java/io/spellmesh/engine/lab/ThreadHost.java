package io.spellmesh.engine.lab;

import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.run.Host;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A host with one thread for the strand, and a virtual thread for each fork. */
public final class ThreadHost implements Host, AutoCloseable {
  private final ScheduledExecutorService strand = Executors.newSingleThreadScheduledExecutor();

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void post(Runnable task) {
    strand.execute(task);
  }

  @Override
  public void fork(Runnable task) {
    Thread.startVirtualThread(task);
  }

  @Override
  public <T> T await(CompletableFuture<T> future) {
    try {
      future.get();
    } catch (ExecutionException failed) {
      // Told by the future itself, in no wrapping.
    } catch (InterruptedException stopped) {
      throw new IllegalStateException("nobody interrupts forks", stopped);
    }
    return Awaited.valueOf(future);
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Future<?> scheduled = strand.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> scheduled.cancel(false);
  }

  @Override
  public void whenCommitted(long seq, Runnable task) {
    post(task);
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.NONE;
  }

  @Override
  public String report(Throwable unexpected) {
    return unexpected.toString();
  }

  @Override
  public void close() {
    strand.shutdownNow();
  }
}
