package io.spellmesh.nodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class JupyterNotebookTest {
  @Test
  void saysWhatToDoInstead() {
    assertEquals("runs a notebook, which cannot be done here; ask a server for it with a Request node",
        Trial.of(new JupyterNotebook()).failure());
  }
}
