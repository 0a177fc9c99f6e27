package io.spellmesh.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class CorpusTest {
  @TempDir
  Path empty;

  @Test
  void skipsWhereThereIsNone() {
    TestAbortedException skipped = assertThrows(TestAbortedException.class, () -> Corpus.at(empty, false));

    assertTrue(skipped.getMessage().contains(empty.toString()), skipped.getMessage());
  }

  @Test
  void failsWhereItMustBe() {
    assertThrows(AssertionError.class, () -> Corpus.at(empty, true));
  }

  @Test
  void givesSpellsByNameAndRunsInOrder() throws Exception {
    Path spells = Files.createDirectory(empty.resolve("spells"));
    Files.writeString(spells.resolve("b.json"), "{\"id\":\"b\"}");
    Files.writeString(spells.resolve("a.json"), "{\"id\":\"a\"}");
    Files.writeString(empty.resolve("expected.json"), "[{\"spell\":\"b.json\"},{\"spell\":\"a.json\"}]");

    Corpus corpus = Corpus.at(empty, true);

    assertEquals(List.of("a.json", "b.json"), corpus.spellNames());
    assertEquals("a", corpus.spell("a.json").path("id").asText());
    assertEquals(List.of("b.json", "a.json"),
        corpus.runs().stream().map(row -> row.path("spell").asText()).toList());
  }

  @Test
  void hasASpellForEveryRun() {
    Corpus corpus = Corpus.find();

    for (ObjectNode row : corpus.runs()) {
      assertDoesNotThrow(() -> corpus.spell(row.path("spell").asText()), row::toString);
    }
  }
}
