package io.spellmesh.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The corpus of real spells: data to test with, which lies beside the project and not in it, in
 * {@code ../shared/corpus}. Where it is absent its tests are skipped, and say so; on a build server
 * ({@code CI=true}) they fail.
 */
public final class Corpus {
  private final Path folder;

  private Corpus(Path folder) {
    this.folder = folder;
  }

  /**
   * Finds the corpus, or ends the calling test as skipped.
   *
   * @throws AssertionError if it is absent and the environment says {@code CI=true}
   */
  public static Corpus find() {
    Path beside = ProjectFolder.root().resolveSibling("shared").resolve("corpus");
    return at(beside, "true".equals(System.getenv("CI")));
  }

  static Corpus at(Path folder, boolean required) {
    if (!Files.isRegularFile(folder.resolve("expected.json"))) {
      String absent = "the corpus of real spells is not at " + folder;
      if (required) {
        throw new AssertionError(absent);
      }
      System.err.println("SKIPPED: " + absent);
      Assumptions.abort(absent);
    }
    return new Corpus(folder);
  }

  /** File names of all spells, sorted. */
  public List<String> spellNames() {
    try (Stream<Path> files = Files.list(folder.resolve("spells"))) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A spell, byte for byte. @param name as {@code thoth__forEachSpell.json} */
  public byte[] bytes(String name) {
    return read(folder.resolve("spells").resolve(name));
  }

  /** A spell as JSON. */
  public JsonNode spell(String name) {
    return Wire.read(bytes(name), JsonNode.class);
  }

  /** The rows of expected.json, in order; what each field means is said in the corpus's own README. */
  public List<ObjectNode> runs() {
    return List.of(Wire.read(read(folder.resolve("expected.json")), ObjectNode[].class));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
