package io.spellmesh.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.testkit.ProjectFolder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The editor in a real browser: what people do with it, against the built program. The tests themselves are
 * pages' business and written for Node.js, in {@code src/test/resources/browser}; they run one file after the
 * other, for each has a browser of its own.
 */
class BrowserIT {

  @Test
  void peopleDrawRunWatchAndReplay() throws IOException, URISyntaxException {
    Path folder = Launch.emptyFolder("browser");
    Path tests = installed(Files.createDirectories(folder.resolve("tests")));
    // A lecture hall behind one address: each test signs up people of its own.
    try (StartedMesh mesh = Launch.in(folder).startAndWait()) {
      ProcessBuilder command = new ProcessBuilder(Stream.concat(
          Stream.of("node", "--test", "--test-concurrency=1"), files(tests)).toList()).directory(tests.toFile());
      command.environment().put("BASE", mesh.base().toString());
      command.environment().put("LINK", mesh.linkCode());
      command.environment().put("CORPUS",
          ProjectFolder.root().resolve("shared/testkit/src/main/resources/corpus/spells").toString());
      MeshProcess node = new MeshProcess(command.start());

      assertEquals(0, node.awaitExit(), () -> String.join("\n", node.output()));
    }
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

  private static Stream<String> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".test.mjs")).sorted()
          .toList().stream();
    }
  }
}
