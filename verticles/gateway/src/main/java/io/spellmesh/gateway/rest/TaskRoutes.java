package io.spellmesh.gateway.rest;

import io.spellmesh.contract.agent.Tasks;
import io.spellmesh.contract.agent.Tasks.Status;
import io.spellmesh.gateway.HttpConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tasks of agents. */
final class TaskRoutes {
  private static final String MISSING = "there is no task '{id}'";
  private static final Parameter<Status> STATUS = new Parameter<>("status", Status.class,
      "active, completed or cancelled", text -> Arrays.stream(Status.values())
          .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(text)).findFirst()
          .orElseThrow(() -> new IllegalArgumentException("active, completed or cancelled")));
  private static final Parameter<String> TYPE = Parameter.text("type", "what kind of task");
  private static final Parameter<String> AGENT = Parameter.text("agent", "whose task, as the spell has it");

  record Step(Optional<String> reasoning, Optional<String> skill, Optional<String> result, Optional<String> success,
      Optional<String> reflection, Optional<String> key) {}

  record End(Status status) {}

  private TaskRoutes() {}

  static List<Route> of(HttpConfig config) {
    return List.of(
        Route.get("/api/tasks", "The caller's tasks without their steps, newest first")
            .takes(STATUS, TYPE, AGENT, Parameter.LIMIT, Parameter.AFTER)
            .answers(Tasks.LIST, request -> new Tasks.Some(request.query(STATUS), request.query(TYPE),
                request.query(AGENT), request.page())),
        Route.post("/api/tasks", "Begins a task")
            .takes(Tasks.NewTask.class, config.maxBody())
            .creates(Tasks.CREATE, request -> request.body(Tasks.NewTask.class),
                task -> Optional.of("/api/tasks/" + task.id())),
        Route.get("/api/tasks/{id}", "A task").missing(MISSING)
            .answers(Tasks.GET, request -> new Tasks.Which(request.id())),
        Route.post("/api/tasks/{id}/steps", "Adds a step to a task").missing(MISSING)
            .takes(Step.class, config.maxBody())
            .answers(Tasks.STEP, TaskRoutes::step),
        Route.post("/api/tasks/{id}/end", "Completes or cancels a task").missing(MISSING)
            .takes(End.class, config.maxBody())
            .answers(Tasks.END, request -> new Tasks.End(request.id(), request.body(End.class).status())),
        Route.delete("/api/tasks/{id}", "Takes a task away").missing(MISSING)
            .does(Tasks.DELETE, request -> new Tasks.Which(request.id())));
  }

  private static Tasks.NewStep step(Request request) {
    Step step = request.body(Step.class);
    return new Tasks.NewStep(request.id(), step.reasoning, step.skill, step.result, step.success, step.reflection,
        step.key);
  }
}
