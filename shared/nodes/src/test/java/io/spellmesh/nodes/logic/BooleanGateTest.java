package io.spellmesh.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BooleanGateTest {
  @Test
  void firesTrueForWhatCountsAsTrue() {
    for (String value : List.of("true", "1", "-0.5", "'false'", "'0'", "[]", "{}")) {
      assertEquals(Result.fire(BooleanGate.YES), gate(value), value);
    }
  }

  @Test
  void firesFalseForWhatDoesNot() {
    for (String value : List.of("false", "0", "0.0", "''", "null")) {
      assertEquals(Result.fire(BooleanGate.NO), gate(value), value);
    }
  }

  @Test
  void firesFalseForNothing() {
    assertEquals(Result.fire(BooleanGate.NO), Trial.of(new BooleanGate()).run());
  }

  @Test
  void looksAtTheFirstValueOnly() {
    assertEquals(Result.fire(BooleanGate.NO),
        Trial.of(new BooleanGate()).given("boolean", "false", "true").run());
  }

  @Test
  void knowsTheKeyOfItsTriggerFromBefore2022() {
    assertEquals(Map.of("data", "trigger"), new BooleanGate().spec().aliases().get(0).inputs());
  }

  private static Result gate(String value) {
    return Trial.of(new BooleanGate()).given("boolean", value).run();
  }
}
