package io.spellmesh.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertTest {
  @Test
  void tellsItsTextAsAWarning() {
    Trial trial = Trial.of(new Alert()).set("text", "the tank is empty");

    assertEquals(Result.nothing(), trial.run());
    assertEquals(List.of("warn: the tank is empty"), trial.lines());
  }
}
