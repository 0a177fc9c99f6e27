package io.spellmesh.engine.spell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.Runner.ReadSpell;
import io.spellmesh.contract.run.Runner.ReadSpells;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CorpusTest {
  @TestFactory
  Stream<DynamicTest> everyFileIsOneSpellWithItsGraphAsSaved() {
    return Corpus.files().entrySet().stream().map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
      ReadSpells read = SpellFileReader.read(file.getValue());

      assertEquals(1, read.spells().size());
      ReadSpell spell = read.spells().getFirst();
      assertEquals(Wire.text(savedGraph(file.getValue())), Wire.text(spell.graph()));
      assertEquals(file.getValue().path("name").asText("Untitled spell"), spell.name());
      assertEquals(List.of(), read.warnings());
      assertEquals(List.of(), spell.warnings());
    }));
  }

  @TestFactory
  Stream<DynamicTest> everyGraphIsSeenWhole() {
    return Corpus.files().entrySet().stream().map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
      JsonNode saved = savedGraph(file.getValue());

      StoredGraph graph = StoredGraph.of(SpellFileReader.read(file.getValue()).spells().getFirst().graph());

      assertEquals(List.of(), graph.mistakes());
      assertEquals(saved.path("nodes").size(), graph.nodes().size());
      assertEquals(saved.findValues("connections").stream().mapToInt(JsonNode::size).sum(),
          graph.nodes().stream().flatMap(node ->
              Stream.concat(node.inputs().values().stream(), node.outputs().values().stream()))
              .mapToInt(List::size).sum());
      assertFalse(graph.nodes().stream().anyMatch(node -> node.name().isEmpty()));
    }));
  }

  @TestFactory
  Stream<DynamicTest> everySpellComesBackFromOurExport() {
    return Corpus.files().entrySet().stream().map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
      ReadSpell spell = SpellFileReader.read(file.getValue()).spells().getFirst();

      ReadSpell alone = SpellFileReader.read(Exported.spell(spell)).spells().getFirst();
      ReadSpells project = SpellFileReader.read(Exported.project(List.of(spell, spell)));

      assertEquals(spell, alone);
      assertEquals(List.of(spell, spell), project.spells());
      assertEquals(Wire.text(spell.graph()), Wire.text(alone.graph()));
      assertTrue(project.warnings().isEmpty());
    }));
  }

  private static JsonNode savedGraph(JsonNode file) {
    return file.has("graph") ? file.path("graph") : file.has("chain") ? file.path("chain") : file;
  }
}
