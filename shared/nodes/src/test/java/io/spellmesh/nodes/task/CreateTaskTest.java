package io.spellmesh.nodes.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.agent.Tasks.NewTask;
import io.spellmesh.nodes.Trial;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateTaskTest {
  private final Board board = new Board();

  @Test
  void beginsATaskForTheAgentOfTheEvent() {
    assertEquals("{'task':" + Board.asValue("active", "") + "}", Trial.of(new CreateTask()).in(board)
        .given("objective", "'climb'").given("event", "{'agentId':7,'projectId':'p','content':'go'}").set("type", "t")
        .outputsOfRun());

    NewTask task = (NewTask) board.questions().getFirst();
    assertEquals(Optional.of("t"), task.type());
    assertEquals(Optional.of("7"), task.agentId());
    assertEquals(Optional.of("p"), task.projectId());
    assertEquals("go", task.eventData().orElseThrow().get("content").textValue());
    assertEquals(Optional.of("run/1"), task.key());
  }

  @Test
  void needsAnObjective() {
    assertEquals("input 'objective': needs a value, and nothing is wired to it",
        Trial.of(new CreateTask()).in(board).failure());
    assertEquals("objective is empty", Trial.of(new CreateTask()).in(board).given("objective", "' '").failure());
  }
}
