package io.spellmesh.bench;

import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.run.Host;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** Runs a run to its end on the calling thread. */
final class InlineHost implements Host {
  private final Deque<Runnable> posted = new ArrayDeque<>();

  void drain() {
    while (!posted.isEmpty()) {
      posted.poll().run();
    }
  }

  @Override
  public Instant now() {
    return Instant.ofEpochMilli(System.currentTimeMillis());
  }

  @Override
  public void post(Runnable task) {
    posted.add(task);
  }

  @Override
  public void fork(Runnable task) {
    posted.add(task);
  }

  @Override
  public <T> T await(CompletableFuture<T> future) {
    return future.join();
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    return () -> {};
  }

  @Override
  public void whenCommitted(long seq, Runnable task) {
    posted.add(task);
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.NONE;
  }

  @Override
  public String report(Throwable unexpected) {
    throw new IllegalStateException(unexpected);
  }
}
