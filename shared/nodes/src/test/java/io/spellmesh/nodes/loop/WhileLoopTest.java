package io.spellmesh.nodes.loop;

import static io.spellmesh.nodes.Trial.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhileLoopTest {
  @Test
  void goesRoundAsOftenAsItIsTold() {
    assertEquals(Result.iterate(List.of(json("0"), json("1"), json("2")), 1),
        Trial.of(new WhileLoop()).set("{'recursionTimes':'3'}").run());
  }

  @Test
  void isDoneAtOnceAfterNoRound() {
    assertEquals(Result.iterate(List.of(), 1), Trial.of(new WhileLoop()).set("{'recursionTimes':0}").run());
  }

  @Test
  void refusesMoreThanARunMayTake() {
    assertEquals("Times is out of range",
        Trial.of(new WhileLoop()).set("{'recursionTimes':10001}").failure());
  }

  @Test
  void loopsAtFalseAndIsDoneAtTrue() {
    Role.Loop role = (Role.Loop) new WhileLoop().spec().role();

    assertEquals(List.of("false", "true"), List.of(role.each().key(), role.done().key()));
    assertEquals(List.of("Loop", "Done"), List.of(role.each().name(), role.done().name()));
  }
}
