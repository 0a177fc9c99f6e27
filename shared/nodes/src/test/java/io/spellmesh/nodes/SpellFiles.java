package io.spellmesh.nodes;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.spell.SpellFileReader;
import io.spellmesh.engine.spell.StoredGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Spell files as tests find them: the examples of the project, and real spells beside it. */
final class SpellFiles {
  private static final Path PROJECT = Path.of(System.getProperty("basedir", "")).toAbsolutePath()
      .resolve("../..").normalize();
  private static final Path CORPUS = PROJECT.resolveSibling("shared").resolve("corpus");

  private SpellFiles() {}

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(PROJECT.resolve("conf/spells"))) {
      return files.filter(file -> file.toString().endsWith(".spell.json")).sorted().toList();
    }
  }

  /** The runs that the corpus requires. Without the corpus the test is skipped, and fails where CI is set. */
  static List<ObjectNode> corpusRuns() throws IOException {
    if (!Files.isRegularFile(CORPUS.resolve("expected.json"))) {
      String absent = "the corpus of real spells is not at " + CORPUS;
      assertFalse("true".equals(System.getenv("CI")), absent);
      System.err.println("SKIPPED: " + absent);
      Assumptions.abort(absent);
    }
    return List.of(Wire.read(Files.readString(CORPUS.resolve("expected.json")), ObjectNode[].class));
  }

  static JsonNode corpusSpell(String name) throws IOException {
    return json(CORPUS.resolve("spells").resolve(name));
  }

  static JsonNode json(Path file) throws IOException {
    return Wire.read(Files.readString(file), JsonNode.class);
  }

  /** Whether all its nodes are known, and none waits for more than time to pass or calls a spell: the engine alone can run it. */
  static boolean runsAlone(NodeCatalog catalog, ObjectNode graph) {
    return StoredGraph.of(graph).nodes().stream()
        .allMatch(node -> catalog.find(node).filter(known -> runsAlone(known.spec())).isPresent());
  }

  static boolean runsAlone(NodeSpec spec) {
    return (!spec.waits() || spec.group().equals("Time")) && !(spec.role() instanceof Role.Caller);
  }

  /** The graph of the only spell in a file. */
  static ObjectNode graph(JsonNode file) {
    return SpellFileReader.read(file).spells().getFirst().graph();
  }
}
