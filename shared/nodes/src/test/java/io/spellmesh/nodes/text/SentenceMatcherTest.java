package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class SentenceMatcherTest {
  @Test
  void findsTheSentenceThatIsMostAlike() {
    assertEquals("{'output':'Good morning','similarity':0.75}", Trial.of(new SentenceMatcher())
        .given("sentences", "['hello there','Good morning','bye']").given("source", "'good mrng'")
        .outputsOfRun());
  }

  @Test
  void takesLinesOfATextAndManyValues() {
    assertEquals("{'output':'b','similarity':1}", Trial.of(new SentenceMatcher())
        .given("sentences", "'a\\nb'", "['c']").given("source", "'B'").outputsOfRun());
  }

  @Test
  void givesNothingIfThereAreNoSentences() {
    assertEquals(Result.nothing(), Trial.of(new SentenceMatcher()).given("source", "'a'").run());
  }

  @Test
  void refusesWhatWouldTakeTooLong() {
    assertEquals("the sentences are too many and too long to be compared with a source of 20000 characters",
        Trial.of(new SentenceMatcher()).value("sentences", TextNode.valueOf("a".repeat(20_000)))
            .value("source", TextNode.valueOf("b".repeat(20_000))).failure());
  }
}
