package io.spellmesh.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.testkit.ProjectFolder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The editor in a real browser: what people do with it, against the built program. The tests themselves are
 * written for Node.js, in {@code src/test/resources/browser}, a browser for each file.
 */
class BrowserIT {
  private static Path tests;
  private static StartedMesh mesh;

  @BeforeAll
  static void start() throws IOException, URISyntaxException {
    Path folder = Launch.emptyFolder("browser");
    tests = installed(Files.createDirectories(folder.resolve("tests")));
    // Each test signs up people of its own, and all of them come from one address.
    mesh = Launch.in(folder).with("SPELLMESH_HTTP_XHR", "true").startAndWait();
  }

  @AfterAll
  static void stop() throws IOException {
    if (mesh != null) {
      mesh.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"first", "drawing", "live", "access"})
  void peopleDrawRunWatchAndReplay(String file) throws IOException {
    ProcessBuilder command = new ProcessBuilder("node", "--test", file + ".test.mjs").directory(tests.toFile());
    command.environment().put("BASE", mesh.base().toString());
    command.environment().put("LINK", mesh.linkCode());
    Path corpus = ProjectFolder.root().resolveSibling("shared").resolve("corpus").resolve("spells");
    if (Files.isDirectory(corpus)) {
      command.environment().put("CORPUS", corpus.toString());
    }
    MeshProcess node = new MeshProcess(command.start());

    assertEquals(0, node.awaitExit(), () -> String.join("\n", node.output()));
  }

  /** The tests and what they need, as their lock file says. Where there is no Node.js they are skipped, and say so. */
  private static Path installed(Path folder) throws IOException, URISyntaxException {
    Path source = Path.of(Objects.requireNonNull(BrowserIT.class.getResource("/browser/package.json")).toURI()).getParent();
    try (Stream<Path> found = Files.list(source)) {
      for (Path file : found.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    MeshProcess npm;
    try {
      npm = new MeshProcess(new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--prefer-offline")
          .directory(folder.toFile()).start());
    } catch (IOException absent) {
      if ("true".equals(System.getenv("CI"))) {
        throw absent;
      }
      System.err.println("SKIPPED: there is no npm to install a browser with");
      return Assumptions.abort("there is no npm");
    }
    assertEquals(0, npm.awaitExit(), () -> String.join("\n", npm.errors()));
    return folder;
  }
}
