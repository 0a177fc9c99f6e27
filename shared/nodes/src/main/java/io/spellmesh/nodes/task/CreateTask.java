package io.spellmesh.nodes.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.agent.Tasks;
import io.spellmesh.contract.agent.Tasks.NewTask;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.util.Optional;

/** Begins a task. */
public final class CreateTask implements NodeType {
  static final Input<String> OBJECTIVE = Input.text("objective").needed();
  static final Input<JsonNode> EVENT = Input.any("event").of(SocketType.EVENT);
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output TASK = Output.of("task", SocketType.TASK);
  static final Control.Text TYPE = new Control.Text("type", "Type of task", "");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("create-task", "Create Task").group("Tasks")
        .help("Begins a task with what is to be reached, for the agent and project of the event, and gives it.")
        .in(OBJECTIVE, EVENT, TRIGGER).out(DONE, TASK).control(TYPE).effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String objective = run.need(OBJECTIVE);
    Optional<JsonNode> event = run.find(EVENT).filter(given -> !given.isNull());
    Optional<String> type = Optional.of(run.control(TYPE).strip()).filter(text -> !text.isEmpty());
    NewTask task = TaskValues.fitting(() -> new NewTask(type, objective, text(event, "agentId"),
        text(event, "projectId"), event, Optional.of(run.key())));
    return Result.of(TASK, TaskValues.asObject(run.ask(Tasks.CREATE, task)));
  }

  private static Optional<String> text(Optional<JsonNode> event, String field) {
    return event.map(given -> given.get(field)).filter(value -> !value.isNull()).map(Values::text)
        .filter(text -> !text.isBlank());
  }
}
