package io.spellmesh.runner.live;

import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.run.Host;
import io.spellmesh.engine.run.Program;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A runner verticle's context as the engine sees it. It runs on virtual threads, one task at a time, and
 * a task that waits lets the others go on; strand and forks are such tasks.
 */
final class RunHost implements Host {
  private static final Logger LOG = LoggerFactory.getLogger(RunHost.class);

  private final Vertx vertx;
  private final Context context;
  private final UUID run;
  private final BiConsumer<Long, Runnable> whenCommitted;
  private final Capabilities capabilities;
  private final BiFunction<UUID, String, Program> spells;

  /** @param spells finds a spell that a body names, within another; waits, on the runner's context */
  RunHost(Vertx vertx, Context context, UUID run, BiConsumer<Long, Runnable> whenCommitted,
      Capabilities capabilities, BiFunction<UUID, String, Program> spells) {
    this.vertx = vertx;
    this.context = context;
    this.run = run;
    this.whenCommitted = whenCommitted;
    this.capabilities = capabilities;
    this.spells = spells;
  }

  @Override
  public Instant now() {
    return Instant.ofEpochMilli(System.currentTimeMillis());
  }

  @Override
  public void post(Runnable task) {
    context.runOnContext(_ -> task.run());
  }

  @Override
  public void fork(Runnable task) {
    context.runOnContext(_ -> task.run());
  }

  @Override
  public <T> T await(CompletableFuture<T> future) {
    return Future.await(Future.fromCompletionStage(future, context));
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Later later = new Later();
    // After this turn, in which most runs are over and have called it off.
    context.runOnContext(_ -> later.set(vertx, delay, () -> post(task)));
    return later;
  }

  private static final class Later implements Timer {
    private Optional<Runnable> callOff = Optional.empty();
    private boolean isCalledOff;

    synchronized void set(Vertx vertx, Duration delay, Runnable task) {
      if (!isCalledOff) {
        // Vert.x has no timer of 0 ms.
        long id = vertx.setTimer(Math.max(1, delay.toMillis()), _ -> task.run());
        callOff = Optional.of(() -> vertx.cancelTimer(id));
      }
    }

    @Override
    public synchronized void callOff() {
      isCalledOff = true;
      callOff.ifPresent(Runnable::run);
    }
  }

  @Override
  public void whenCommitted(long seq, Runnable task) {
    whenCommitted.accept(seq, task);
  }

  @Override
  public CompletableFuture<Program> find(String within, String idOrName) {
    CompletableFuture<Program> found = new CompletableFuture<>();
    context.runOnContext(_ -> {
      try {
        found.complete(spells.apply(UUID.fromString(within), idOrName));
      } catch (RuntimeException | Error notFound) {
        found.completeExceptionally(notFound);
      }
    });
    return found;
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public String report(Throwable unexpected) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    LOG.atError().addKeyValue("id", id).addKeyValue("run", run).setCause(unexpected)
        .log("node failed unexpectedly");
    return id;
  }
}
