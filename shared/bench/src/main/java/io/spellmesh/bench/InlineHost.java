package io.spellmesh.bench;

import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.run.Host;
import io.spellmesh.engine.run.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Runs a run to its end on the calling thread. */
final class InlineHost implements Host {
  private final Deque<Runnable> posted = new ArrayDeque<>();
  private final Capabilities capabilities;
  private final Optional<Program> callee;

  /** Cut off from the world. */
  InlineHost() {
    this(Capabilities.NONE, Optional.empty());
  }

  /** @param callee the spell that is found by every name */
  InlineHost(Capabilities capabilities, Optional<Program> callee) {
    this.capabilities = capabilities;
    this.callee = callee;
  }

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
  public CompletableFuture<Program> find(String within, String idOrName) {
    return callee.map(CompletableFuture::completedFuture).orElseGet(() -> Host.super.find(within, idOrName));
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public String report(Throwable unexpected) {
    throw new IllegalStateException(unexpected);
  }
}
