package io.spellmesh.nodes.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeleteTaskTest {
  @Test
  void takesATaskAwayAndDoesNotMindIfItIsGone() {
    Board board = new Board();
    Trial first = Trial.of(new DeleteTask()).in(board).given("task", "'" + Board.TASK + "'");
    Trial second = Trial.of(new DeleteTask()).in(board).given("task", "'" + Board.TASK + "'");

    first.run();
    second.run();

    assertEquals(List.of(), first.lines());
    assertEquals(List.of("info: there was no such task"), second.lines());
  }
}
