package io.spellmesh.nodes.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.agent.Tasks.NewStep;
import io.spellmesh.nodes.Trial;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FinishTaskStepTest {
  @Test
  void writesDownAStepOnce() {
    Board board = new Board();

    assertEquals("{'agentTask':" + Board.asValue("active",
            "{'reasoning':'why','skill':'rope','result':'up','date':'1970-01-01T00:00:00Z'}") + "}",
        Trial.of(new FinishTaskStep()).in(board).given("agentTask", "{'id':'" + Board.TASK + "'}")
            .given("reasoning", "'why'").given("skill", "'rope'").given("result", "'up'").outputsOfRun());
    assertEquals(Optional.of("run/1"), ((NewStep) board.questions().getFirst()).key());
  }

  @Test
  void needsATask() {
    assertEquals("input 'task': got no task that was created, needs one with the id it was given, or that id",
        Trial.of(new FinishTaskStep()).in(new Board()).given("agentTask", "{'objective':'x'}").failure());
  }
}
