package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class RegularExpressionTest {
  @Test
  void takesEveryMatchAway() {
    assertEquals("{'output':'abc'}", Trial.of(new RegularExpression()).set("rule", "[0-9]+")
        .given("input", "'a1b22c333'").outputsOfRun());
  }

  @Test
  void replacesInAnyCaseIfThatIsSet() {
    assertEquals("{'output':'x-x'}", Trial.of(new RegularExpression())
        .set("{'rule':'abc','replace':'x','ignoreCase':true}").given("input", "'ABC-abc'").outputsOfRun());
  }

  @Test
  void needsAnExpressionAndAText() {
    assertEquals("there is no expression on the card",
        Trial.of(new RegularExpression()).given("input", "'a'").failure());
    assertEquals("input 'input': needs a value, and nothing is wired to it",
        Trial.of(new RegularExpression()).set("rule", "a").failure());
  }

  @Test
  void refusesAResultThatWouldFillTheMemory() {
    assertEquals("the result would have 4100000 characters, may have 4000000",
        Trial.of(new RegularExpression()).set("rule", "a").set("replace", "b".repeat(100_000))
            .value("input", TextNode.valueOf("a".repeat(1_000))).failure());
  }
}
