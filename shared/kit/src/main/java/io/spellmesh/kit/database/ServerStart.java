package io.spellmesh.kit.database;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded server on its way, begun while there is no Vert.x yet to use it from. Whoever begins one
 * hands it to {@link Database#open(io.vertx.core.Vertx, ServerStart)} or gives it up.
 */
public final class ServerStart {
  private static final Logger LOG = LoggerFactory.getLogger(ServerStart.class);

  private final DatabaseConfig config;
  private final FutureTask<Optional<EmbeddedPostgres>> opening;
  private final AtomicBoolean belongs = new AtomicBoolean();

  private ServerStart(DatabaseConfig config, Callable<Optional<EmbeddedPostgres>> opening) {
    this.config = config;
    this.opening = new FutureTask<>(opening);
  }

  /** Begins at once and returns at once; with a database of the operator's there is nothing to begin. */
  public static ServerStart begin(DatabaseConfig config) {
    ServerStart start = new ServerStart(config, () -> config.url().isPresent()
        ? Optional.empty() : Optional.of(EmbeddedPostgres.open(config.dataDir())));
    Thread.ofPlatform().daemon().name("spellmesh-postgres-start").start(start.opening);
    return start;
  }

  DatabaseConfig config() {
    return config;
  }

  /** The server, whose end is the caller's business from now on. Blocks; fails as the start did. */
  Optional<EmbeddedPostgres> take() throws Exception {
    belongs.set(true);
    try {
      return opening.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }

  /** Leaves the server if nobody has taken it. Blocks until the start is over. */
  public Future<Void> giveUp() {
    if (belongs.getAndSet(true)) {
      return Future.succeededFuture();
    }
    try {
      Optional<EmbeddedPostgres> opened = opening.get();
      if (opened.isPresent()) {
        opened.get().close();
      }
      return Future.succeededFuture();
    } catch (ExecutionException neverThere) {
      LOG.debug("postgres was given up, and had not started", neverThere);
      return Future.succeededFuture();
    } catch (IOException | InterruptedException failed) {
      return Future.failedFuture(failed);
    }
  }
}
