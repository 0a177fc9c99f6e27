package io.spellmesh.kit.database;

import static io.spellmesh.kit.database.DatabaseFixture.get;
import static io.spellmesh.kit.database.DatabaseFixture.postmaster;
import static io.spellmesh.kit.database.DatabaseFixture.run;
import static io.spellmesh.kit.database.DatabaseFixture.serverRuns;
import static io.spellmesh.kit.database.DatabaseFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresSharingIT {
  @TempDir
  Path folder;

  @Test
  void twoProcessesStartAtOnceAndTheLastOneOutStopsTheServer() throws Exception {
    Path dataDir = folder.resolve("not/made/yet");
    try (HolderProcess one = new HolderProcess(dataDir); HolderProcess two = new HolderProcess(dataDir)) {
      one.hasOpened();
      two.hasOpened();
      Postmaster server = postmaster(dataDir);
      one.runs("CREATE TABLE kept AS SELECT 7 AS n");

      one.leaves();
      assertEquals(server, postmaster(dataDir));
      assertTrue(serverRuns(dataDir));
      two.runs("INSERT INTO kept VALUES (8)");

      two.leaves();
      assertFalse(serverRuns(dataDir));
      assertFalse(Files.exists(dataDir.resolve("cluster/postmaster.pid")), "stopped in order");
    }
  }

  @Test
  void twoSharesInOneProcessCountAsTwo() throws Exception {
    try (DatabaseFixture fixture = new DatabaseFixture()) {
      Database one = fixture.open(folder);
      Database two = fixture.open(folder);
      run(one, "CREATE TABLE kept AS SELECT 7 AS n");

      get(one.close());
      assertEquals("7", value(two, "SELECT n FROM kept"));
      get(two.close());
      get(two.close());

      assertFalse(serverRuns(folder));
      long start = System.nanoTime();
      assertEquals("7", value(fixture.open(folder), "SELECT n FROM kept"));
      System.out.println("opened again after " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
  }

  @Test
  void aHalfMadeClusterIsMadeAnew() throws Exception {
    Files.createDirectories(folder.resolve("cluster.unfinished/base"));
    Files.writeString(folder.resolve("cluster.unfinished/PG_VERSION"), "18");
    Files.writeString(folder.resolve("initdb.password"), "left behind");

    try (DatabaseFixture fixture = new DatabaseFixture()) {
      assertEquals("1", value(fixture.open(folder), "SELECT 1"));
    }
  }
}
