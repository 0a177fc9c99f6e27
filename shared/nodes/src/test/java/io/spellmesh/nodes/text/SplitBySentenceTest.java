package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class SplitBySentenceTest {
  @Test
  void cutsAtTheEndsOfSentences() {
    assertEquals("{'output':['Hi there!','How are you?','Fine.']}", Trial.of(new SplitBySentence())
        .given("string", "'Hi there! How are you?  Fine. '").outputsOfRun());
  }

  @Test
  void cutsWhatIsTooLongButNoCharacterInTwo() {
    assertEquals("{'output':['abc','def','g']}", Trial.of(new SplitBySentence())
        .set("{'stringMaxLength':'3'}").given("string", "'abcdefg'").outputsOfRun());
    assertEquals("{'output':['a🧙','b']}", Trial.of(new SplitBySentence())
        .set("{'stringMaxLength':3}").given("string", "'a🧙b'").outputsOfRun());
    assertEquals("{'output':['a','🧙','🧙']}", Trial.of(new SplitBySentence())
        .set("{'stringMaxLength':2}").given("string", "'a🧙🧙'").outputsOfRun());
  }

  @Test
  void givesAnEmptyListOfAnEmptyText() {
    assertEquals("{'output':[]}", Trial.of(new SplitBySentence()).given("string", "' '").outputsOfRun());
    assertEquals(Result.nothing(), Trial.of(new SplitBySentence()).run());
  }
}
