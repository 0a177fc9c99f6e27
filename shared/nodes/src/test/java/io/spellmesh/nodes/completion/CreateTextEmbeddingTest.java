package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.completion.Completions;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateTextEmbeddingTest {
  @Test
  void givesThePlaceOfATextByTheModelOnTheCard() {
    Answering places = Answering.placing(text -> List.of(0.5, -1.0));

    assertEquals("{'embedding':[0.5,-1.0]}", Trial.of(new CreateTextEmbedding()).in(places).set("model", "e-3")
        .given("input", "'hello'").outputsOfRun());
    assertEquals(new Completions.Embed(List.of("hello"), Optional.of("e-3")), places.only());
  }

  @Test
  void emptyTextHasNoPlace() {
    assertEquals("{}", Trial.of(new CreateTextEmbedding()).in(Answering.saying("")).given("input", "' '")
        .outputsOfRun());
    assertEquals("{}", Trial.of(new CreateTextEmbedding()).in(Answering.saying("")).outputsOfRun());
  }
}
