package io.spellmesh.nodes.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class ExtractRelationshipTest {
  @Test
  void takesBothAwayFromWhatTheyAreTogether() {
    assertEquals("{'embedding':[1.0,-2.0]}", Trial.of(new ExtractRelationship()).given("embedding1", "[1,2]")
        .given("embedding2", "[3,4]").given("combinedEmbedding", "[5,4]").outputsOfRun());
  }

  @Test
  void refusesEmbeddingsOfOtherSizes() {
    assertEquals("input 'embedding1': one embedding has 2 numbers and another 1, must have as many",
        Trial.of(new ExtractRelationship()).given("embedding1", "[1]").given("embedding2", "[3,4]")
            .given("combinedEmbedding", "[5,4]").failure());
  }
}
