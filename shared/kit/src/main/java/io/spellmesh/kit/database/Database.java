package io.spellmesh.kit.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database of one process: a pool for its rooms, and the embedded server if the operator has none. */
public final class Database {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  /** A few rooms may migrate at once; more threads would only wait for each other. */
  private static final int WORKERS = 2;
  /** The longest a start may rightly take: a lock waited for, a cluster made, a crash recovered from. */
  private static final int PATIENCE_MINUTES = 5;

  private final WorkerExecutor worker;
  private final Pool pool;
  private final Optional<EmbeddedPostgres> embedded;
  private final PostgresUrl given;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Database(WorkerExecutor worker, Pool pool, Optional<EmbeddedPostgres> embedded,
      PostgresUrl given) {
    this.worker = worker;
    this.pool = pool;
    this.embedded = embedded;
    this.given = given;
  }

  /**
   * Connects to the operator's database, or attaches to the embedded server of the data folder, starting
   * it if it does not run. The caller closes what it opened; if it dies instead, the embedded server goes
   * on, and the next process that opens the folder finds it.
   *
   * @return fails with an IOException or SQLException whose message says what to do
   */
  public static Future<Database> open(Vertx vertx, DatabaseConfig config) {
    return open(vertx, ServerStart.begin(config));
  }

  /** As {@link #open(Vertx, DatabaseConfig)}, with a server that is on its way already. */
  public static Future<Database> open(Vertx vertx, ServerStart start) {
    WorkerExecutor worker = vertx.createSharedWorkerExecutor("spellmesh-database", WORKERS,
        PATIENCE_MINUTES, TimeUnit.MINUTES);
    DatabaseConfig config = start.config();
    Future<Database> opened = config.url().map(PostgresUrl::parse)
        .map(url -> openGiven(vertx, config, worker, url))
        .orElseGet(() -> openEmbedded(vertx, start, worker));
    return opened.recover(failure -> worker.close().transform(_ -> Future.failedFuture(failure)));
  }

  private static Future<Database> openGiven(Vertx vertx, DatabaseConfig config, WorkerExecutor worker,
      PostgresUrl url) {
    Pool pool = PostgresPool.open(vertx, config, () -> url);
    return pool.query("SELECT 1").execute()
        .map(_ -> new Database(worker, pool, Optional.empty(), url))
        .recover(failure -> pool.close().transform(_ -> Future.failedFuture(
            new IOException("database.url " + url + " cannot be used: " + failure.getMessage(), failure))));
  }

  private static Future<Database> openEmbedded(Vertx vertx, ServerStart start, WorkerExecutor worker) {
    return worker.executeBlocking(() -> start.take().orElseThrow(), false).compose(embedded -> {
      Pool pool = PostgresPool.open(vertx, start.config(), embedded::url);
      Database database = new Database(worker, pool, Optional.of(embedded), embedded.url());
      // Rooms that ask at once while there is no connection get one each; logging in takes its time.
      return pool.query("SELECT 1").execute().map(database)
          .recover(failure -> database.close().transform(_ -> Future.failedFuture(failure)));
    });
  }

  /** The pool that all rooms of this process share; {@link DatabaseFailures} words its failures. */
  public Pool pool() {
    return pool;
  }

  /**
   * Runs a room's migrations, {@code db/<room>/V*.sql} on the class path, in the schema of that name.
   * Safe to call from many processes at once and again at each start.
   */
  public Future<Void> migrate(String room) {
    return Future.<Migrations>future(asked -> asked.complete(new Migrations(room)))
        .compose(migrations -> migrations.areDone(pool).recover(crowded -> {
          // To look is a short cut; the migrations find out too, and wait for a connection as long as it takes.
          LOG.atInfo().addKeyValue("room", room).addKeyValue("reason", crowded.getMessage())
              .log("not known whether the database is up to date, looking again");
          return Future.succeededFuture(false);
        }).compose(done -> done
            ? Future.succeededFuture()
            : worker.executeBlocking(() -> {
              migrations.run(where());
              return room;
            }, false).mapEmpty()));
  }

  /**
   * The address with the application's role and password, {@code postgresql://user:password@host:port/name}.
   * It is a secret. Whoever uses it instead of {@link #folder()} does not keep an embedded server running.
   */
  public String url() {
    return where().withPassword();
  }

  /** The address for JDBC, without user and password; for showing, too. */
  public String jdbcUrl() {
    return where().jdbc();
  }

  /**
   * The folder of the embedded server; empty if the database is the operator's. A process of the same
   * user that joins this one opens it too, and then the last of them to leave stops the server.
   */
  public Optional<Path> folder() {
    return embedded.map(server -> server.folder().root());
  }

  /** Ends the pool, and the embedded server if no other process uses it. Safe to call twice. */
  public Future<Void> close() {
    if (closed.getAndSet(true)) {
      return Future.succeededFuture();
    }
    return pool.close().eventually(this::leave).eventually(worker::close);
  }

  private Future<Void> leave() {
    return embedded.map(server -> worker.executeBlocking(() -> {
      server.close();
      return server;
    }, false).<Void>mapEmpty()).orElseGet(Future::succeededFuture);
  }

  private PostgresUrl where() {
    return embedded.map(EmbeddedPostgres::url).orElse(given);
  }
}
