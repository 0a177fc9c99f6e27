package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.engine.node.SocketType;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class EnkiTaskTest {
  @Test
  void givesTheResultsAtItsOutputsInOrder() {
    Answering model = Answering.saying("iron\n\ncopper\ntin\n");
    Trial trial = Trial.of(new EnkiTask()).in(model).set("name", "metals")
        .given("input1", "'ring'").given("input2", "3")
        .with("output1", SocketType.STRING).with("output2", SocketType.STRING);

    assertEquals("{'output1':'iron','output2':'copper'}", trial.outputsOfRun());
    assertTrue(model.text().prompt().endsWith("Task: metals\nGiven: ring\nGiven: 3\nResults: 2\n"),
        model.text().prompt());
  }

  @Test
  void leavesOutWhatTheModelDidNotAnswer() {
    assertEquals("{'output1':'iron'}", Trial.of(new EnkiTask()).in(Answering.saying("iron"))
        .with("output1", SocketType.STRING).with("output2", SocketType.STRING).outputsOfRun());
  }
}
