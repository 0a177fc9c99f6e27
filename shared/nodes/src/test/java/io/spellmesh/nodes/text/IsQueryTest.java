package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsQueryTest {
  @ParameterizedTest
  @ValueSource(strings = {"Who was Ada Lovelace", "the capital of France?", "What's up", "please tell me more",
      "Is it? I wonder.", "How, then", "Search for cats"})
  void knowsWhatAsks(String text) {
    assertEquals(Result.fire(IsQuery.YES), asked(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"I like cats", "Whoever comes, comes", "", "island", "the finding"})
  void knowsWhatDoesNot(String text) {
    assertEquals(Result.fire(IsQuery.NO), asked(text));
  }

  private static Result asked(String text) {
    return Trial.of(new IsQuery()).value("input", TextNode.valueOf(text)).run();
  }
}
