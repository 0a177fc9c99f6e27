package io.spellmesh.nodes.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.agent.Tasks;
import io.spellmesh.contract.agent.Tasks.End;
import io.spellmesh.contract.agent.Tasks.Status;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** Gives a task up. */
public final class CancelTask implements NodeType {
  static final Input<JsonNode> TASK_IN = Input.any("task").of(SocketType.TASK).needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("cancel-task", "Cancel Task").group("Tasks")
        .help("Ends a task whose objective is given up.")
        .in(TASK_IN, TRIGGER).out(DONE).effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    run.ask(Tasks.END, new End(run.need(TASK_IN.as(TaskValues::id)), Status.CANCELLED));
    return Result.nothing();
  }
}
