package io.spellmesh.kit.database;

import static io.spellmesh.kit.database.DatabaseFixture.kill;
import static io.spellmesh.kit.database.DatabaseFixture.postmaster;
import static io.spellmesh.kit.database.DatabaseFixture.run;
import static io.spellmesh.kit.database.DatabaseFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root only: as anybody else the server runs as ourselves, which every other test shows. */
class ServerUsersIT {
  @TempDir
  Path folder;
  private DatabaseFixture fixture;

  @BeforeEach
  void begin() {
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
    fixture = new DatabaseFixture();
  }

  @AfterEach
  void end() {
    if (fixture != null) {
      fixture.close();
    }
  }

  @Test
  void becomesAnotherAccountWhereThatCanReachTheFolder() throws Exception {
    Files.setPosixFilePermissions(folder, SecretFile.permissions("rwxr-xr-x"));
    Path dataDir = folder.resolve("postgres");
    Database database = fixture.open(dataDir);
    assumeTrue(!"root".equals(owner(dataDir)), "the binaries lie where no other account can reach them");
    run(database, "CREATE TABLE kept AS SELECT 7 AS n");

    List<String> status = status(dataDir);
    assertTrue(status.stream().noneMatch(line -> line.matches("Uid:.*\\b0\\b.*")), status.toString());
    assertTrue(status.contains("CapEff:\t0000000000000000"), status.toString());
    assertTrue(status.contains("CapBnd:\t0000000000000000"), status.toString());
    assertTrue(status.contains("NoNewPrivs:\t1"), status.toString());
    assertEquals("root", Files.getOwner(dataDir.resolve("superuser.password")).getName());

    kill(postmaster(dataDir));
    DatabaseFixture.get(database.close());
    assertEquals("7", value(fixture.open(dataDir), "SELECT n FROM kept"));
    assertNotEquals("root", owner(dataDir));
  }

  @Test
  void hidesInANamespaceWhereNobodyElseCanReachTheFolder() throws Exception {
    Files.setPosixFilePermissions(folder, SecretFile.permissions("rwx------"));
    Path dataDir = folder.resolve("postgres");
    fixture.open(dataDir);

    assertEquals("root", owner(dataDir));
    assertTrue(status(dataDir).contains("CapEff:\t0000000000000000"));
  }

  private static String owner(Path dataDir) throws Exception {
    return Files.getOwner(dataDir.resolve("cluster")).getName();
  }

  private static List<String> status(Path dataDir) throws Exception {
    return Files.readAllLines(Path.of("/proc", String.valueOf(postmaster(dataDir).pid()), "status"));
  }
}
