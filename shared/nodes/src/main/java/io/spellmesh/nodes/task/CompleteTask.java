package io.spellmesh.nodes.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.agent.Tasks;
import io.spellmesh.contract.agent.Tasks.End;
import io.spellmesh.contract.agent.Tasks.Status;
import io.spellmesh.contract.agent.Tasks.Task;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** Ends a task that is done. */
public final class CompleteTask implements NodeType {
  static final Input<JsonNode> TASK_IN = Input.any("task").of(SocketType.TASK).needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output TASK = Output.of("task", SocketType.TASK);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("complete-task", "Complete Task").group("Tasks")
        .help("Ends a task whose objective is reached, and gives it.")
        .in(TASK_IN, TRIGGER).out(DONE, TASK).effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    Task ended = run.ask(Tasks.END, new End(run.need(TASK_IN.as(TaskValues::id)), Status.COMPLETED));
    return Result.of(TASK, TaskValues.asObject(ended));
  }
}
