package io.spellmesh.nodes.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindTextEmbeddingTest {
  private final Memory memory = new Memory();

  @Test
  void firesSuccessWithWhereTheTextWasPlaced() {
    Trial.of(new StoreEvent()).in(memory).given("content", "'hello'").given("embedding", "[1,2]").run();

    Result found = finding("'hello'");

    assertEquals("[1.0,2.0]", found.outputs().get("embedding").toString());
    assertEquals(Optional.of(List.of("success")), found.fired());
  }

  @Test
  void firesFailureForWhatWasNeverPlaced() {
    for (String content : List.of("'unknown'", "''")) {
      assertEquals(Map.of(), finding(content).outputs());
      assertEquals(Optional.of(List.of("failure")), finding(content).fired());
    }
  }

  private Result finding(String content) {
    return Trial.of(new FindTextEmbedding()).in(memory).given("content", content).run();
  }
}
