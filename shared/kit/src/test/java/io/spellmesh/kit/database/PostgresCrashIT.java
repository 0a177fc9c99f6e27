package io.spellmesh.kit.database;

import static io.spellmesh.kit.database.DatabaseFixture.eventually;
import static io.spellmesh.kit.database.DatabaseFixture.kill;
import static io.spellmesh.kit.database.DatabaseFixture.postmaster;
import static io.spellmesh.kit.database.DatabaseFixture.run;
import static io.spellmesh.kit.database.DatabaseFixture.serverRuns;
import static io.spellmesh.kit.database.DatabaseFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.FailureCode;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresCrashIT {
  private static final Duration BACK = Duration.ofSeconds(30);

  @TempDir
  Path folder;
  private DatabaseFixture fixture;

  @BeforeEach
  void begin() {
    fixture = new DatabaseFixture();
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  @Test
  void attachesToTheServerOfAKilledProcess() throws Exception {
    try (HolderProcess holder = new HolderProcess(folder)) {
      holder.hasOpened();
      holder.runs("CREATE TABLE kept AS SELECT 7 AS n");
      holder.kill();
    }
    Postmaster survivor = postmaster(folder);
    assertTrue(survivor.isAlive());

    Database database = fixture.open(folder);

    assertEquals("7", value(database, "SELECT n FROM kept"));
    assertEquals(survivor, postmaster(folder));
  }

  @Test
  void startsAfterProcessAndServerWereKilled() throws Exception {
    try (HolderProcess holder = new HolderProcess(folder)) {
      holder.hasOpened();
      holder.runs("CREATE TABLE kept AS SELECT 7 AS n");
      holder.kill();
    }
    Postmaster dead = postmaster(folder);
    kill(dead);

    Database database = fixture.open(folder);

    assertEquals("7", value(database, "SELECT n FROM kept"));
    assertNotEquals(dead.pid(), postmaster(folder).pid());
    assertEquals(dead.port(), postmaster(folder).port());
  }

  @Test
  void startsWhenTheDeadServersNumberBelongsToAnotherProcess() throws Exception {
    Database before = fixture.open(folder);
    run(before, "CREATE TABLE kept AS SELECT 7 AS n");
    Path file = folder.resolve("cluster/postmaster.pid");
    List<String> lines = Files.readAllLines(file);
    DatabaseFixture.get(before.close());
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      lines.set(0, String.valueOf(stranger.pid()));
      Files.write(file, lines, StandardCharsets.UTF_8);

      Database database = fixture.open(folder);

      assertEquals("7", value(database, "SELECT n FROM kept"));
      assertTrue(stranger.isAlive());
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void startsAServerThatDiesAndTheSamePoolGoesOn() throws Exception {
    Database database = fixture.open(folder);
    run(database, "CREATE TABLE kept (n int)");
    for (int round = 1; round <= 3; round++) {
      run(database, "INSERT INTO kept VALUES (" + round + ")");
      Postmaster dead = postmaster(folder);

      long start = System.nanoTime();
      kill(dead);
      eventually(BACK, () -> isReplaced(dead) && answers(database));
      System.out.println("database back after " + (System.nanoTime() - start) / 1_000_000 + " ms");

      assertEquals(String.valueOf(round), value(database, "SELECT count(*) FROM kept"));
      assertEquals(dead.port(), postmaster(folder).port());
    }
  }

  @Test
  void keepsEveryRowItConfirmedThoughKilledUnderLoad() throws Exception {
    Database database = fixture.open(folder);
    run(database, "CREATE TABLE kept (n bigint PRIMARY KEY)");
    AtomicLong next = new AtomicLong();
    Set<Long> confirmed = ConcurrentHashMap.newKeySet();
    AtomicBoolean enough = new AtomicBoolean();
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < 4; writer++) {
        writers.submit(() -> {
          // A failed write is tried with a new number: whether the old one was kept nobody can say.
          while (!enough.get()) {
            long n = next.incrementAndGet();
            if (succeeds(database, "INSERT INTO kept VALUES (" + n + ")")) {
              confirmed.add(n);
            }
          }
          return confirmed.size();
        });
      }
      for (int round = 0; round < 3; round++) {
        int before = confirmed.size();
        eventually(BACK, () -> confirmed.size() > before + 100);
        Postmaster dead = postmaster(folder);
        kill(dead);
        eventually(BACK, () -> isReplaced(dead) && answers(database));
      }
      enough.set(true);
    }

    Set<Long> found = new HashSet<>();
    run(database, "SELECT n FROM kept").forEach(row -> found.add(row.getLong(0)));
    assertTrue(found.containsAll(confirmed));
    System.out.println("confirmed rows kept over 3 kills: " + confirmed.size());
  }

  @Test
  void startsAServerWhoseChildrenAreStillBusy() throws Exception {
    Database database = fixture.open(folder);
    Future<?> computes = database.pool().query("SELECT sum(n) FROM generate_series(1, 1e12) n").execute();
    eventually(BACK, () -> "1".equals(value(database, "SELECT count(*) FROM pg_stat_activity"
        + " WHERE query LIKE '%1e12%' AND pid <> pg_backend_pid()")));
    Postmaster dead = postmaster(folder);

    kill(dead);
    eventually(BACK, () -> isReplaced(dead) && answers(database));

    assertEquals(FailureCode.UNAVAILABLE, DatabaseFailures.map(DatabaseFixture.failure(computes)).code());
  }

  @Test
  void goesOnAfterOneBackendWasKilled() throws Exception {
    Database database = fixture.open(folder);
    long backend = Long.parseLong(value(database, "SELECT pg_backend_pid()"));
    Postmaster server = postmaster(folder);

    assertTrue(ProcessHandle.of(backend).orElseThrow().destroyForcibly());
    eventually(BACK, () -> answers(database) && keepers(folder) == 1);

    assertEquals(server, postmaster(folder));
  }

  @Test
  void isStartedOnceByTwoProcessesThatWatchIt() throws Exception {
    Database database = fixture.open(folder);
    try (HolderProcess holder = new HolderProcess(folder)) {
      holder.hasOpened();
      holder.runs("CREATE TABLE kept AS SELECT 7 AS n");

      Postmaster dead = postmaster(folder);
      kill(dead);
      eventually(BACK, () -> isReplaced(dead) && answers(database));
      // The other process has its share again: with it gone in order, and us still here, the server stays.
      eventually(BACK, () -> keepers(folder) == 2);
      holder.leaves();
    }

    assertEquals("7", value(database, "SELECT n FROM kept"));
    DatabaseFixture.get(database.close());
    assertFalse(serverRuns(folder));
  }

  private boolean isReplaced(Postmaster dead) throws Exception {
    return serverRuns(folder) && !postmaster(folder).equals(dead);
  }

  private static boolean answers(Database database) throws InterruptedException {
    return succeeds(database, "SELECT 1");
  }

  private static boolean succeeds(Database database, String sql) throws InterruptedException {
    try {
      run(database, sql);
      return true;
    } catch (InterruptedException ended) {
      throw ended;
    } catch (Exception notYet) {
      return false;
    }
  }

  private static int keepers(Path folder) throws Exception {
    String password = Files.readString(folder.resolve("superuser.password"));
    String url = "jdbc:postgresql://127.0.0.1:" + postmaster(folder).port() + "/postgres?sslmode=disable";
    try (var connection = DriverManager.getConnection(url, "postgres", password);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
