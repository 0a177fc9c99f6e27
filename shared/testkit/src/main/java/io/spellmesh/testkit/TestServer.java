package io.spellmesh.testkit;

import io.spellmesh.kit.database.Database;
import io.spellmesh.kit.database.DatabaseConfig;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL of all tests: one server under the project's target folder, started by the first test
 * that needs it and stopped by the last process that leaves it. Each test gets a database of its own.
 */
final class TestServer {
  private static final String BINARIES = "spellmesh.postgres.binaries";
  private static final TestServer ONE = new TestServer();

  private final Database keptOpen;
  private final Path folder;

  private TestServer() {
    Path target = ProjectFolder.root().resolve("target");
    System.setProperty(BINARIES, System.getProperty(BINARIES, target.resolve("postgres").toString()));
    Vertx vertx = Vertx.vertx();
    keptOpen = Waiting.await(Database.open(vertx, DatabaseConfig.embedded(target.resolve("testkit"))));
    folder = keptOpen.folder().orElseThrow();
    // Tests need no durability; without it making a database takes a tenth of the time.
    administer("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET full_page_writes = off",
        "SELECT pg_reload_conf()");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      Waiting.await(keptOpen.close());
      // Not chained: the continuation would belong to a context that the close has ended.
      Waiting.await(vertx.close());
    }));
  }

  static TestServer get() {
    return ONE;
  }

  /** Makes an empty database. @return its {@code database.url} */
  String createDatabase() {
    String name = "t" + UUID.randomUUID().toString().replace("-", "");
    URI any = URI.create(keptOpen.url());
    administer("CREATE DATABASE " + name + " OWNER " + any.getUserInfo().split(":")[0]);
    return "postgresql://" + any.getRawUserInfo() + "@" + any.getRawAuthority().split("@")[1] + "/" + name;
  }

  void dropDatabase(String url) {
    administer("DROP DATABASE " + URI.create(url).getPath().substring(1) + " WITH (FORCE)");
  }

  private void administer(String... statements) {
    URI any = URI.create(keptOpen.url());
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://" + any.getHost() + ":" + any.getPort() + "/postgres?sslmode=disable");
    source.setUser("postgres");
    source.setPassword(superuserPassword());
    try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the test server refused " + String.join("; ", statements), e);
    }
  }

  private String superuserPassword() {
    try {
      return Files.readString(folder.resolve("superuser.password")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
