package io.spellmesh.nodes.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.agent.Tasks;
import io.spellmesh.contract.agent.Tasks.Which;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.UUID;

/** Takes a task away. */
public final class DeleteTask implements NodeType {
  static final Input<JsonNode> TASK = Input.any("task").of(SocketType.TASK).needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("delete-task", "Delete Task").group("Tasks")
        .help("Takes a task away with all its steps. One that is gone already is no mistake.")
        .in(TASK, TRIGGER).out(DONE).effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    UUID task = run.need(TASK.as(TaskValues::id));
    try {
      run.ask(Tasks.DELETE, new Which(task));
    } catch (Failure failure) {
      if (failure.code() != FailureCode.NOT_FOUND) {
        throw failure;
      }
      run.log("info", "there was no such task");
    }
    return Result.nothing();
  }
}
