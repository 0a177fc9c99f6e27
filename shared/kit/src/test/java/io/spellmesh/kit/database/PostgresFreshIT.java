package io.spellmesh.kit.database;

import static io.spellmesh.kit.database.DatabaseFixture.failure;
import static io.spellmesh.kit.database.DatabaseFixture.run;
import static io.spellmesh.kit.database.DatabaseFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresFreshIT {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @TempDir
  static Path folder;
  private static DatabaseFixture fixture;
  private static Database database;

  @BeforeAll
  static void open() throws Exception {
    fixture = new DatabaseFixture();
    database = fixture.open(folder.resolve("postgres"));
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({"fsync,on", "synchronous_commit,on", "full_page_writes,on", "data_checksums,on",
      "password_encryption,scram-sha-256", "listen_addresses,127.0.0.1",
      "shared_buffers,64MB", "max_connections,100", "server_encoding,UTF8", "TimeZone,UTC"})
  void isSetToKeepWhatItConfirms(String setting, String expected) throws Exception {
    assertEquals(expected, value(database, "SHOW " + setting));
  }

  @Test
  void asksEverybodyForScram() throws Exception {
    List<String> rules = Files.readAllLines(folder.resolve("postgres/cluster/pg_hba.conf")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();

    assertFalse(rules.isEmpty());
    rules.forEach(rule -> assertTrue(rule.endsWith("scram-sha-256"), rule));
  }

  @Test
  void refusesAWrongPassword() {
    SQLException refused = assertThrows(SQLException.class,
        () -> DriverManager.getConnection(database.jdbcUrl(), "spellmesh", "guess").close());

    assertEquals("28P01", refused.getSQLState());
  }

  @Test
  void connectsAsARoleWithoutRights() throws Exception {
    assertEquals("spellmesh", value(database, "SELECT current_user"));
    assertEquals("false", value(database, "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication"
        + " OR rolbypassrls FROM pg_roles WHERE rolname = current_user"));
    assertEquals("spellmesh", value(database, "SELECT pg_get_userbyid(datdba) FROM pg_database"
        + " WHERE datname = current_database()"));
    assertEquals("0", value(database, "SELECT count(*) FROM pg_auth_members m JOIN pg_roles r"
        + " ON r.oid = m.member WHERE r.rolname = current_user"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "COPY (SELECT 1) TO PROGRAM 'cat'",
      "COPY (SELECT 1) TO '/tmp/spellmesh-never'",
      "SELECT pg_read_file('/etc/passwd')",
      "SELECT lo_import('/etc/passwd')",
      "SELECT * FROM pg_authid",
      "CREATE ROLE more SUPERUSER",
      "CREATE DATABASE more",
      "ALTER ROLE spellmesh SUPERUSER",
      "ALTER SYSTEM SET fsync = off",
      "SET SESSION AUTHORIZATION postgres",
      "CREATE FUNCTION f() RETURNS int AS 'libc.so.6', 'getpid' LANGUAGE c"})
  void isRefusedWhatOnlyASuperuserMay(String sql) throws Exception {
    Throwable refused = failure(database.pool().query(sql).execute());

    assertEquals(Optional.of(INSUFFICIENT_PRIVILEGE), DatabaseFailures.sqlState(refused), refused.toString());
  }

  @Test
  void keepsTheApplicationOutOfTheDatabaseOfTheLock() throws Exception {
    String password = Files.readString(folder.resolve("postgres/spellmesh.password"));
    String url = database.jdbcUrl().replace("/spellmesh", "/postgres");

    SQLException refused = assertThrows(SQLException.class,
        () -> DriverManager.getConnection(url, "spellmesh", password).close());

    assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState());
  }

  @Test
  void hidesPasswordsInFilesOfTheirOwner() throws Exception {
    Path superuser = folder.resolve("postgres/superuser.password");
    Path role = folder.resolve("postgres/spellmesh.password");

    for (Path secret : List.of(superuser, role)) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
      assertEquals(32, Files.readString(secret).length());
    }
    assertNotEquals(Files.readString(superuser), Files.readString(role));
    assertEquals("rwx------", PosixFilePermissions.toString(
        Files.getPosixFilePermissions(folder.resolve("postgres/cluster"))));
    assertTrue(Files.exists(folder.resolve("postgres/server.log")));
    assertFalse(Files.exists(folder.resolve("postgres/initdb.password")));
  }

  @Test
  void doesNotLogStatementsThatFail() throws Exception {
    failure(database.pool().query("SELECT 'a secret prompt' FROM nowhere").execute());

    assertFalse(Files.readString(folder.resolve("postgres/server.log")).contains("a secret prompt"));
  }

  @Test
  void givesAnAddressThatAnotherProcessCanUse() throws Exception {
    DatabaseConfig joined = new DatabaseConfig(Optional.of(database.url()), folder, 2, 10);

    assertEquals("spellmesh", value(fixture.open(joined), "SELECT current_database()"));
  }

  @Test
  void doesTheWorkOfManyCallersAtOnce() throws Exception {
    run(database, "CREATE TABLE counted (n int)");
    var inserts = IntStream.range(0, 200)
        .mapToObj(n -> database.pool().preparedQuery("INSERT INTO counted VALUES ($1)")
            .execute(Tuple.of(n)))
        .toList();

    DatabaseFixture.get(Future.all(inserts));

    assertEquals("200", value(database, "SELECT count(DISTINCT n) FROM counted"));
  }
}
