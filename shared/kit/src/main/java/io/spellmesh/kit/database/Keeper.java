package io.spellmesh.kit.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process's own connection to the embedded server, as its superuser. It holds the shared lock that says
 * "somebody is using this server", which the server drops when the process dies.
 */
final class Keeper implements AutoCloseable {
  static final String SUPERUSER = "postgres";
  static final String ROLE = "spellmesh";
  static final String DATABASE = "spellmesh";

  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
  /** Any number will do, as long as every process takes the same one: "spellmes" in ASCII. */
  private static final long IN_USE = 0x7370656c6c6d6573L;
  private static final int PATIENCE_SECONDS = 30;
  private static final int BEAT_PATIENCE_SECONDS = 5;

  private final Connection connection;
  private final int port;

  private Keeper(Connection connection, int port) {
    this.connection = connection;
    this.port = port;
  }

  /** Connects, or fails with what the server says; 57P03 means it is starting or stopping. */
  static Keeper connect(int port, String superuserPassword) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + SUPERUSER + "?sslmode=disable");
    source.setUser(SUPERUSER);
    source.setPassword(superuserPassword);
    source.setConnectTimeout(PATIENCE_SECONDS);
    source.setSocketTimeout(PATIENCE_SECONDS);
    source.setApplicationName("spellmesh-keeper");
    return new Keeper(source.getConnection(), port);
  }

  int port() {
    return port;
  }

  boolean isAlive() throws SQLException {
    return connection.isValid(BEAT_PATIENCE_SECONDS);
  }

  /**
   * Makes the role and the database of the application, whatever of them is missing, and says anew that
   * the role has no special rights.
   */
  void prepare(String rolePassword) throws SQLException {
    if (!finds("SELECT 1 FROM pg_roles WHERE rolname = '" + ROLE + "'")) {
      run("CREATE ROLE " + ROLE);
    }
    run("ALTER ROLE " + ROLE + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"
        + " PASSWORD '" + rolePassword + "'");
    if (!finds("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
      // Here and not there lies the lock: the application has no business in this database.
      run("REVOKE CONNECT ON DATABASE " + SUPERUSER + " FROM PUBLIC");
      run("CREATE DATABASE " + DATABASE + " OWNER " + ROLE);
    }
  }

  /** Takes part in the use of the server. */
  void share() throws SQLException {
    run("SELECT pg_advisory_lock_shared(" + IN_USE + ")");
  }

  /** Gives up our part in the use of the server, and says whether nobody else has one. */
  boolean isLastToLeave() throws SQLException {
    run("SELECT pg_advisory_unlock_shared(" + IN_USE + ")");
    return finds("SELECT 1 WHERE pg_try_advisory_lock(" + IN_USE + ")");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException broken) {
      LOG.atDebug().addKeyValue("port", port).setCause(broken)
          .log("postgres keeper connection was broken already");
    }
  }

  private boolean finds(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
