package io.spellmesh.nodes.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.agent.Tasks.End;
import io.spellmesh.contract.agent.Tasks.Status;
import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelTaskTest {
  @Test
  void givesATaskUp() {
    Board board = new Board();

    assertEquals("{}", Trial.of(new CancelTask()).in(board).given("task", "{'id':'" + Board.TASK + "'}").outputsOfRun());
    assertEquals(List.of(new End(Board.TASK, Status.CANCELLED)), board.questions());
  }
}
