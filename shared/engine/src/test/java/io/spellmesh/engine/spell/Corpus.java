package io.spellmesh.engine.spell;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Spells that people really saved. They stand beside the project, in {@code shared/corpus}, not in it. */
final class Corpus {
  private Corpus() {}

  /** The parsed files by name. Without the corpus the test is skipped, and fails where CI is set. */
  static Map<String, JsonNode> files() {
    Optional<Path> folder = folder();
    if (folder.isEmpty()) {
      String message = "no shared/corpus/spells beside the project: real spells are not tested";
      System.out.println(message);
      if ("true".equals(System.getenv("CI"))) {
        fail(message);
      }
      Assumptions.abort(message);
    }
    Map<String, JsonNode> files = new TreeMap<>();
    for (Path file : list(folder.get())) {
      files.put(file.getFileName().toString(), json(file));
    }
    return files;
  }

  static JsonNode json(Path file) {
    try {
      return Wire.read(Files.readString(file), JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JSON files of a folder by name. */
  static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> folder() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("mvnw"))).findFirst()
        .map(project -> project.resolveSibling("shared").resolve("corpus").resolve("spells"))
        .filter(Files::isDirectory);
  }
}
