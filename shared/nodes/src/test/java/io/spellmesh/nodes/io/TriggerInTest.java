package io.spellmesh.nodes.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class TriggerInTest {
  @Test
  void goesOnWithoutAValueOfItsOwn() {
    assertEquals(Result.nothing(), Trial.of(new TriggerIn()).run());
  }

  @Test
  void tellsTheEngineWhatItIs() {
    assertEquals(new Role.TriggerEntry(TriggerIn.TRIGGER),
        new TriggerIn().spec().role());
  }
}
