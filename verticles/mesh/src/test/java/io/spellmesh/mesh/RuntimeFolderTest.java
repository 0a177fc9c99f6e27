package io.spellmesh.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.kit.config.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeFolderTest {
  private static final long OURSELVES = ProcessHandle.current().pid();
  /** Above the largest number that Linux gives a process. */
  private static final long NOBODY = 1L << 30;

  @TempDir
  private Path path;
  private ServerSocket member;

  @BeforeEach
  void listen() throws IOException {
    member = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    member.close();
  }

  @Test
  void theNewestIsFoundAndAnyByItsId() throws IOException {
    RuntimeFolder folder = new RuntimeFolder(path);
    folder.write(file("older", OURSELVES, "2026-01-01T00:00:00Z"));
    folder.write(file("newer", OURSELVES, "2026-01-02T00:00:00Z"));

    assertEquals("newer", folder.find(new Company.Newest()).id());
    assertEquals("older", folder.find(new Company.Named("older")).id());
    assertThrows(ConfigurationException.class, () -> folder.find(new Company.Named("none")));
  }

  @Test
  void whoHasEndedIsPassedOverAndForgotten() throws IOException {
    RuntimeFolder folder = new RuntimeFolder(path);
    folder.write(file("gone", NOBODY, "2026-01-02T00:00:00Z"));

    assertThrows(ConfigurationException.class, () -> folder.find(new Company.Newest()));
    assertFalse(Files.exists(path.resolve("gone.json")));
  }

  @Test
  void aNumberThatWentToAnotherProgramIsNotTheMember() throws IOException {
    RuntimeFolder folder = new RuntimeFolder(path);
    folder.write(file("stale", OURSELVES, "2026-01-02T00:00:00Z"));
    member.close();

    assertThrows(ConfigurationException.class, () -> folder.find(new Company.Newest()));
  }

  @Test
  void aFileThatIsNoneIsPassedOver() throws IOException {
    RuntimeFolder folder = new RuntimeFolder(path);
    folder.write(file("whole", OURSELVES, "2026-01-01T00:00:00Z"));
    Files.writeString(path.resolve("half.json"), "{\"id\":");

    assertEquals("whole", folder.find(new Company.Newest()).id());
  }

  @Test
  void theFolderOfAnEmbeddedDatabaseIsSharedAndElseItsAddress() {
    RuntimeFile embedded = file("a", OURSELVES, "2026-01-01T00:00:00Z");
    RuntimeFile given = new RuntimeFile("a", OURSELVES, embedded.started(), "c", "127.0.0.1:1",
        Optional.empty(), "postgresql://u:p@h/d", Optional.empty(), "/keys/signing.pem",
        Optional.empty());

    assertEquals("/data", embedded.settings().get("data.dir"));
    assertFalse(embedded.settings().containsKey("database.url"));
    assertEquals("postgresql://u:p@h/d", given.settings().get("database.url"));
    assertFalse(given.toString().contains("u:p"), "a secret is not shown");
    assertTrue(given.settings().containsKey("auth.signing-key"));
    assertEquals("/keys/vault.key", embedded.settings().get("auth.vault-key"));
    assertFalse(given.settings().containsKey("auth.vault-key"), "an older process has none to tell of");
  }

  private RuntimeFile file(String id, long pid, String started) {
    return new RuntimeFile(id, pid, Instant.parse(started), "cluster",
        "127.0.0.1:" + member.getLocalPort(), Optional.of("http://127.0.0.1:8080"),
        "postgresql://user:secret@127.0.0.1:5432/spellmesh", Optional.of("/data"), "/keys/signing.pem",
        Optional.of("/keys/vault.key"));
  }
}
