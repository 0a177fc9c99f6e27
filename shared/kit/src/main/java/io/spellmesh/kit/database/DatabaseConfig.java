package io.spellmesh.kit.database;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which PostgreSQL a process uses and how much of it.
 *
 * @param url          an operator's server, {@code postgresql://user:password@host:port/name?sslmode=…};
 *                     empty means an embedded one
 * @param dataDir      folder of the embedded server; made if absent, unused when {@code url} is given
 * @param poolSize     connections of this process, at least 1
 * @param maxWaitQueue queries that may wait for a connection before others are refused, at least 0
 */
public record DatabaseConfig(Optional<String> url, Path dataDir, int poolSize, int maxWaitQueue) {
  /** Ten of the embedded server's 100 connections: several processes on one machine fit. */
  public static final int DEFAULT_POOL_SIZE = 10;
  /** About a tenth of a second of work for the pool; beyond that a refusal serves the caller better. */
  public static final int DEFAULT_MAX_WAIT_QUEUE = 500;

  /** @throws IllegalArgumentException naming the key and what would be right */
  public DatabaseConfig {
    if (poolSize < 1) {
      throw new IllegalArgumentException("database.pool-size is " + poolSize + ", must be at least 1");
    }
    if (maxWaitQueue < 0) {
      throw new IllegalArgumentException("database.max-wait-queue is " + maxWaitQueue
          + ", must be at least 0");
    }
    url.ifPresent(PostgresUrl::parse);
    dataDir = dataDir.toAbsolutePath().normalize();
  }

  /** An embedded server under {@code dataDir}, with the default pool. */
  public static DatabaseConfig embedded(Path dataDir) {
    return new DatabaseConfig(Optional.empty(), dataDir, DEFAULT_POOL_SIZE, DEFAULT_MAX_WAIT_QUEUE);
  }

  /** Shows the URL without its password. */
  @Override
  public String toString() {
    String server = url.map(text -> PostgresUrl.parse(text).toString()).orElse("embedded in " + dataDir);
    return "DatabaseConfig[" + server + ", poolSize=" + poolSize + ", maxWaitQueue=" + maxWaitQueue + "]";
  }
}
