package io.spellmesh.nodes.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CosineSimilarityTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"[1,0]|[2,0]|1", "[1,0]|[0,3]|0", "[1,1]|[-1,-1]|-1", "[0,0]|[1,1]|0",
      "'[3, 4]'|[3,4]|1"}, quoteCharacter = '`')
  void givesHowAlikeTheyAre(String first, String second, double expected) {
    JsonNode similarity = Trial.of(new CosineSimilarity()).given("embeddingA", first)
        .given("embeddingB", second).run().outputs().get("similarity");

    assertEquals(expected, similarity.doubleValue(), 1e-12);
  }

  @Test
  void refusesWhatCannotBeCompared() {
    assertEquals("input 'embeddingB': one embedding has 1 numbers and another 2, must have as many",
        Trial.of(new CosineSimilarity()).given("embeddingA", "[1]").given("embeddingB", "[1,2]").failure());
    assertEquals("input 'embeddingB': needs a value, and nothing is wired to it",
        Trial.of(new CosineSimilarity()).given("embeddingA", "[1]").failure());
    assertEquals("input 'embeddingA': got \"x\", needs a number",
        Trial.of(new CosineSimilarity()).given("embeddingA", "['x']").given("embeddingB", "[1]").failure());
  }
}
