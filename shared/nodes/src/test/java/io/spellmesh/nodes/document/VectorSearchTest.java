package io.spellmesh.nodes.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.document.Documents.By;
import io.spellmesh.nodes.Trial;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VectorSearchTest {
  @Test
  void givesPassagesFoundByMeaningAlone() {
    Archive archive = new Archive().with("one", Optional.empty()).with("two", Optional.empty());

    assertEquals(2, Trial.of(new VectorSearch()).in(archive).given("input", "'text'").run().outputs().get("output")
        .size());
    assertEquals(Optional.of(By.NEARNESS), archive.search().by());
  }

  @Test
  void needsAText() {
    assertEquals("input 'input': needs a value, and nothing is wired to it",
        Trial.of(new VectorSearch()).in(new Archive()).failure());
  }
}
