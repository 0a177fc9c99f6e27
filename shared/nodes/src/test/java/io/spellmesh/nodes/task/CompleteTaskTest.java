package io.spellmesh.nodes.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.agent.Tasks.End;
import io.spellmesh.contract.agent.Tasks.Status;
import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompleteTaskTest {
  @Test
  void endsATaskAndGivesIt() {
    Board board = new Board();

    assertEquals("{'task':" + Board.asValue("completed", "") + "}",
        Trial.of(new CompleteTask()).in(board).given("task", "'" + Board.TASK + "'").outputsOfRun());
    assertEquals(List.of(new End(Board.TASK, Status.COMPLETED)), board.questions());
  }
}
