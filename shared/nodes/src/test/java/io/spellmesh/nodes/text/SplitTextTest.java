package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class SplitTextTest {
  @Test
  void cutsAtTheSeparator() {
    assertEquals("{'output':['a','b c']}",
        Trial.of(new SplitText()).given("input", "'a, ,b c,'").outputsOfRun());
    assertEquals("{'output':['a',' ','b','']}", Trial.of(new SplitText())
        .set("{'keepEmpty':true,'trim':false}").given("input", "'a, ,b,'").outputsOfRun());
  }

  @Test
  void knowsLineBreaksAndNoSeparatorAtAll() {
    assertEquals("{'output':['a','b']}", Trial.of(new SplitText()).set("separator", "\\n")
        .value("input", TextNode.valueOf("a\nb")).outputsOfRun());
    assertEquals("{'output':['a','🧙']}", Trial.of(new SplitText()).set("separator", "")
        .given("input", "'a🧙'").outputsOfRun());
  }

  @Test
  void givesNothingForNothing() {
    assertEquals(Result.nothing(), Trial.of(new SplitText()).run());
  }
}
