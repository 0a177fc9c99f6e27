package io.spellmesh.nodes.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.nodes.Trial;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaytestPrintTest {
  @Test
  void goesOnWithoutAValueOfItsOwn() {
    assertEquals(Result.nothing(), Trial.of(new PlaytestPrint()).run());
  }

  @Test
  void tellsTheEngineWhatItIs() {
    assertEquals(new Role.ValueExit(PlaytestPrint.TEXT),
        new PlaytestPrint().spec().role());
  }

  @Test
  void knowsTheKeysOfItsTriggersFromBefore2022() {
    var old = new PlaytestPrint().spec().aliases().get(0);

    assertEquals(Map.of("data", "trigger"), old.inputs());
    assertEquals(Map.of("data", "trigger"), old.outputs());
  }
}
