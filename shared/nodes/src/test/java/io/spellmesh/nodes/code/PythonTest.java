package io.spellmesh.nodes.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class PythonTest {

  @Test
  void saysWhatToDoInstead() {
    assertEquals("holds Python, which is not run here; write it in JavaScript in a Code node",
        Trial.of(new Python()).set("code", "return 1").failure());
  }
}
