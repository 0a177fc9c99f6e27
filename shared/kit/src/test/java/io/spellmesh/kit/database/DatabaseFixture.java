package io.spellmesh.kit.database;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Opens databases for a test, and leaves no server behind. */
final class DatabaseFixture implements AutoCloseable {
  private static final Duration BETWEEN_ASKING = Duration.ofMillis(5);

  static {
    shareBinaries();
  }

  private final Vertx vertx = Vertx.vertx();
  private final List<Database> opened = new ArrayList<>();

  /** Has the server unpacked once for all tests, not once per folder. */
  static String shareBinaries() {
    Path shared = Path.of("target", "postgres").toAbsolutePath();
    String folder = System.getProperty(PostgresBinaries.HOME_PROPERTY, shared.toString());
    System.setProperty(PostgresBinaries.HOME_PROPERTY, folder);
    return folder;
  }

  Vertx vertx() {
    return vertx;
  }

  Database open(Path dataDir) throws Exception {
    return open(DatabaseConfig.embedded(dataDir));
  }

  Database open(DatabaseConfig config) throws Exception {
    Database database = get(Database.open(vertx, config));
    opened.add(database);
    return database;
  }

  static RowSet<Row> run(Database database, String sql) throws Exception {
    return get(database.pool().query(sql).execute());
  }

  static String value(Database database, String sql) throws Exception {
    return String.valueOf(run(database, sql).iterator().next().getValue(0));
  }

  static Throwable failure(Future<?> future) throws InterruptedException, TimeoutException {
    try {
      Object result = future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
      return fail("succeeded with " + result);
    } catch (ExecutionException failed) {
      return failed.getCause();
    }
  }

  static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(120, TimeUnit.SECONDS);
  }

  /** Asks again and again, for things that no event tells of. */
  static void eventually(Duration patience, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.call()) {
      assertTrue(System.nanoTime() < deadline, "not so after " + patience);
      LockSupport.parkNanos(BETWEEN_ASKING.toNanos());
    }
  }

  static Postmaster postmaster(Path dataDir) throws IOException {
    return Postmaster.of(dataDir.toRealPath().resolve("cluster")).orElseThrow();
  }

  static boolean serverRuns(Path dataDir) throws IOException {
    var postmaster = Postmaster.of(dataDir.toRealPath().resolve("cluster"));
    return postmaster.isPresent() && postmaster.get().isAlive();
  }

  static void kill(Postmaster postmaster) throws Exception {
    ProcessHandle process = ProcessHandle.of(postmaster.pid()).orElseThrow();
    assertTrue(process.destroyForcibly());
    eventually(Duration.ofSeconds(20), () -> !postmaster.isAlive());
  }

  @Override
  public void close() {
    for (Database database : opened) {
      database.close().toCompletionStage().toCompletableFuture().orTimeout(120, TimeUnit.SECONDS).join();
    }
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
