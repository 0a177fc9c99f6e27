package io.spellmesh.nodes.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class StateReadTest {

  @Test
  void givesWhatIsRememberedUnderTheNamesOfItsOutputs() {
    assertEquals("{'list':[1],'4f':'Ada'}", Trial.of(new StateRead()).in(new Memory("{'list':[1],'name':'Ada','x':1}"))
        .with("list", SocketType.ANY).with(new Output("4f", "name", SocketType.ANY)).with("none", SocketType.ANY)
        .outputsOfRun());
  }
}
