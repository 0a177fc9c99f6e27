package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatchTextTest {
  @Test
  void givesTheFirstMatchItsGroupsAndAllMatches() {
    Trial trial = Trial.of(new MatchText()).set("pattern", "(\\w)=(\\d)?").given("input", "'a=1, b='");

    assertEquals("{'match':'a=1','groups':['a','1'],'matches':['a=1','b=']}", trial.outputsOfRun());
    assertEquals(Optional.of(List.of("true")), trial.run().fired());
  }

  @Test
  void firesFalseWithoutAMatch() {
    Trial trial = Trial.of(new MatchText()).given("pattern", "'x'").given("input", "'abc'");

    assertEquals("{'matches':[]}", trial.outputsOfRun());
    assertEquals(Optional.of(List.of("false")), trial.run().fired());
  }

  @Test
  void givesEmptyTextForAGroupThatTookNoPart() {
    assertEquals("{'match':'b','groups':['','b'],'matches':['b']}",
        Trial.of(new MatchText()).set("pattern", "(a)|(b)").given("input", "'b'").outputsOfRun());
  }

  @Test
  void refusesTooManyMatches() {
    assertEquals("there are more than 10000 matches", Trial.of(new MatchText()).set("pattern", "a")
        .value("input", TextNode.valueOf("a".repeat(20_000))).failure());
  }
}
