package io.spellmesh.nodes.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class TriggerOutTest {
  @Test
  void goesOnWithoutAValueOfItsOwn() {
    assertEquals(Result.nothing(), Trial.of(new TriggerOut()).run());
  }

  @Test
  void tellsTheEngineWhatItIs() {
    assertEquals(new Role.TriggerExit(),
        new TriggerOut().spec().role());
  }
}
