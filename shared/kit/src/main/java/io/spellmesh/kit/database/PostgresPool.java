package io.spellmesh.kit.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How the pool is set: a caller hears soon that the database is away, and tries again by itself. */
final class PostgresPool {
  /** On one machine a server that does not answer at all is hung; over a network this is three tries. */
  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
  /** The default time-out of an operation: after it nobody waits for the answer. */
  private static final int WAIT_FOR_CONNECTION_SECONDS = 5;
  /** Bridges the moment of a failover; more tries would hold callers back who could be told. */
  private static final int RECONNECT_ATTEMPTS = 1;
  private static final int RECONNECT_INTERVAL_MILLIS = 100;
  /** Enough to fill a round trip; a longer line only waits behind its slowest statement. */
  private static final int PIPELINED_STATEMENTS = 64;

  private PostgresPool() {}

  /** @param url asked at each new connection, since an embedded server may come back on another port */
  static Pool open(Vertx vertx, DatabaseConfig config, Supplier<PostgresUrl> url) {
    return PgBuilder.pool()
        .using(vertx)
        .with(new PoolOptions()
            .setName("spellmesh-database")
            .setMaxSize(config.poolSize())
            .setMaxWaitQueueSize(config.maxWaitQueue())
            .setConnectionTimeout(WAIT_FOR_CONNECTION_SECONDS)
            .setConnectionTimeoutUnit(TimeUnit.SECONDS))
        .with(new NetClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MILLIS).setTcpKeepAlive(true))
        .connectingTo(() -> Future.succeededFuture(options(url.get())))
        .build();
  }

  private static PgConnectOptions options(PostgresUrl url) {
    PgConnectOptions options = new PgConnectOptions()
        .setHost(url.host())
        .setPort(url.port())
        .setDatabase(url.name())
        .setUser(url.user())
        .setPassword(url.password())
        .setSslMode(url.sslMode())
        .setCachePreparedStatements(true)
        .setPipeliningLimit(PIPELINED_STATEMENTS)
        .setReconnectAttempts(RECONNECT_ATTEMPTS)
        .setReconnectInterval(RECONNECT_INTERVAL_MILLIS);
    if (url.sslMode() != SslMode.DISABLE) {
      options.setSslOptions(ssl(url.sslMode()));
    }
    return options;
  }

  private static ClientSSLOptions ssl(SslMode mode) {
    return switch (mode) {
      case DISABLE, ALLOW, PREFER, REQUIRE -> new ClientSSLOptions()
          .setTrustAll(true).setHostnameVerificationAlgorithm("");
      case VERIFY_CA -> new ClientSSLOptions().setHostnameVerificationAlgorithm("");
      case VERIFY_FULL -> new ClientSSLOptions().setHostnameVerificationAlgorithm("HTTPS");
    };
  }
}
