package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class JoinListTest {
  @Test
  void joinsWithASpace() {
    assertEquals("{'text':'1 2 c'}", Trial.of(new JoinList()).given("list", "[1,2,'c']").outputsOfRun());
  }

  @Test
  void joinsWithTheSeparator() {
    assertEquals("{'text':'a-b'}",
        Trial.of(new JoinList()).set("{'separator':'-'}").given("list", "['a','b']").outputsOfRun());
  }

  @Test
  void givesEmptyTextOfAnEmptyList() {
    assertEquals("{'text':''}", Trial.of(new JoinList()).given("list", "[]").outputsOfRun());
  }

  @Test
  void givesNothingForNothing() {
    assertEquals(Result.nothing(), Trial.of(new JoinList()).run());
  }

  @Test
  void refusesWhatIsNoList() {
    assertEquals("input 'list': got \"a b\", needs a list", Trial.of(new JoinList()).given("list", "'a b'").failure());
  }

  @Test
  void refusesAResultThatWouldFillTheMemory() {
    assertEquals("the result would have 5000002 characters, may have 4000000", Trial.of(new JoinList())
        .set("separator", "-".repeat(2_500_000)).given("list", "['a','b','c']").failure());
  }
}
