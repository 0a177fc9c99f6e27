package io.spellmesh.mesh;

import io.spellmesh.kit.database.Database;
import io.spellmesh.kit.database.DatabaseConfig;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gets the database going while the cluster is being joined, though a database belongs to a Vert.x and the
 * clustered one comes with the cluster only: a small one holds the server until the real one has it.
 */
final class EarlyDatabase {
  private final Vertx holder;
  private final Future<Database> held;
  private final DatabaseConfig config;
  private final AtomicBoolean releasing = new AtomicBoolean();
  private final Promise<Void> released = Promise.promise();

  private EarlyDatabase(Vertx holder, Future<Database> held, DatabaseConfig config) {
    this.holder = holder;
    this.held = held;
    this.config = config;
  }

  /** Begins at once, and returns at once. */
  static EarlyDatabase open(DatabaseConfig config) {
    Vertx holder = Vertx.vertx(new VertxOptions()
        .setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1));
    return new EarlyDatabase(holder, Database.open(holder, config), config);
  }

  /** Opens the database for good, and gives it out of our own hands only then. */
  Future<Database> handTo(Vertx vertx) {
    return held.compose(_ -> Database.open(vertx, config)).onSuccess(_ -> release());
  }

  /** Safe to call twice: the second time only waits for what the first one does. */
  Future<?> release() {
    if (!releasing.getAndSet(true)) {
      // Not chained: a future of the holder's has nowhere to complete once the holder is closed.
      held.onComplete(opened -> closeOf(opened).onComplete(_ -> holder.close().onComplete(released)));
    }
    return released.future();
  }

  private static Future<Void> closeOf(AsyncResult<Database> opened) {
    return opened.succeeded() ? opened.result().close() : Future.succeededFuture();
  }
}
