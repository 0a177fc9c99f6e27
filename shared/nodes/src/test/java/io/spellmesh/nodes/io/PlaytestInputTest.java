package io.spellmesh.nodes.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaytestInputTest {
  @Test
  void goesOnWithoutAValueOfItsOwn() {
    assertEquals(Result.nothing(), Trial.of(new PlaytestInput()).run());
  }

  @Test
  void tellsTheEngineWhatItIs() {
    assertEquals(new Role.PlaytestEntry(Optional.of(PlaytestInput.TEXT), PlaytestInput.TRIGGER),
        new PlaytestInput().spec().role());
  }

  @Test
  void knowsTheKeyOfItsTriggerFromBefore2022() {
    for (var name : new PlaytestInput().spec().aliases()) {
      assertEquals(Map.of("data", "trigger"), name.outputs(), name.name());
    }
    assertEquals(List.of("Playtest Input", "Console Input", "Input With Run"),
        new PlaytestInput().spec().aliases().stream().map(alias -> alias.name()).toList());
  }
}
