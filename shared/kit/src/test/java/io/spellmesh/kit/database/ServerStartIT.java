package io.spellmesh.kit.database;

import static io.spellmesh.kit.database.DatabaseFixture.get;
import static io.spellmesh.kit.database.DatabaseFixture.serverRuns;
import static io.spellmesh.kit.database.DatabaseFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerStartIT {
  @TempDir
  private Path folder;

  @Test
  void aServerThatNobodyTakesIsStopped() throws Exception {
    DatabaseFixture.shareBinaries();
    ServerStart start = ServerStart.begin(DatabaseConfig.embedded(folder.resolve("postgres")));

    get(start.giveUp());

    assertFalse(serverRuns(folder.resolve("postgres")));
  }

  @Test
  void aServerThatWasTakenStaysUntilItsDatabaseIsClosed() throws Exception {
    try (DatabaseFixture fixture = new DatabaseFixture()) {
      ServerStart start = ServerStart.begin(DatabaseConfig.embedded(folder.resolve("postgres")));
      Database database = get(Database.open(fixture.vertx(), start));

      get(start.giveUp());
      assertEquals("1", value(database, "SELECT 1"));
      assertTrue(serverRuns(folder.resolve("postgres")));

      get(database.close());
      assertFalse(serverRuns(folder.resolve("postgres")));
    }
  }
}
