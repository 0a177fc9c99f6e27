package io.spellmesh.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class InRangeTest {
  @Test
  void countsBothEndsIn() {
    assertEquals(Result.fire(InRange.YES), between("1", "10", "1"));
    assertEquals(Result.fire(InRange.YES), between("1", "10", "10"));
    assertEquals(Result.fire(InRange.NO), between("1", "10", "0.99"));
    assertEquals(Result.fire(InRange.NO), between("1", "10", "10.01"));
  }

  @Test
  void takesTheCardWhereNothingIsWired() {
    assertEquals(Result.fire(InRange.YES), Trial.of(new InRange()).given("input", "10").run());
    assertEquals(Result.fire(InRange.NO), Trial.of(new InRange()).given("input", "101").run());
    assertEquals(Result.fire(InRange.YES), Trial.of(new InRange()).set("{'startNumber':'1','endNumber':2}")
        .given("input", "'2'").run());
  }

  @Test
  void letsTheSocketWinOverTheCard() {
    assertEquals(Result.fire(InRange.NO),
        Trial.of(new InRange()).set("{'startNumber':1}").given("startNumber", "5").given("input", "3").run());
  }

  @Test
  void firesFalseWithoutANumber() {
    assertEquals(Result.fire(InRange.NO), Trial.of(new InRange()).run());
  }

  @Test
  void failsForWhatIsNoNumber() {
    assertEquals("input 'input': got \"x\", needs a number", Trial.of(new InRange()).given("input", "'x'").failure());
  }

  private static Result between(String start, String end, String number) {
    return Trial.of(new InRange()).given("startNumber", start).given("endNumber", end)
        .given("input", number).run();
  }
}
