package io.spellmesh.nodes.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.agent.Tasks;
import io.spellmesh.contract.agent.Tasks.NewStep;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.Optional;
import java.util.UUID;

/** Writes down a step of a task. */
public final class FinishTaskStep implements NodeType {
  static final Input<String> REASONING = Input.text("reasoning");
  static final Input<String> SKILL = Input.text("skill");
  static final Input<JsonNode> TASK_IN = Input.any("agentTask").of(SocketType.TASK).named("task").needed();
  static final Input<String> RESULT = Input.text("result");
  static final Input<String> SUCCESS = Input.text("success");
  static final Input<String> REFLECTION = Input.text("reflection");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output TASK = Output.of("agentTask", SocketType.TASK).named("task");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("finish-task-step", "Finish Task Step").group("Tasks")
        .help("Writes down a step that was made towards a task, with its reasons and what came of it, and gives the "
            + "task with all its steps.")
        .in(REASONING, SKILL, TASK_IN, RESULT, SUCCESS, REFLECTION, TRIGGER).out(DONE, TASK)
        .effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    UUID task = run.need(TASK_IN.as(TaskValues::id));
    NewStep step = TaskValues.fitting(() -> new NewStep(task, run.find(REASONING), run.find(SKILL), run.find(RESULT),
        run.find(SUCCESS), run.find(REFLECTION), Optional.of(run.key())));
    return Result.of(TASK, TaskValues.asObject(run.ask(Tasks.STEP, step)));
  }
}
