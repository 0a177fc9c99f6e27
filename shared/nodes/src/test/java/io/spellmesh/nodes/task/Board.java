package io.spellmesh.nodes.task;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.agent.Tasks.End;
import io.spellmesh.contract.agent.Tasks.NewStep;
import io.spellmesh.contract.agent.Tasks.NewTask;
import io.spellmesh.contract.agent.Tasks.Status;
import io.spellmesh.contract.agent.Tasks.Step;
import io.spellmesh.contract.agent.Tasks.Task;
import io.spellmesh.contract.agent.Tasks.Which;
import io.spellmesh.engine.node.Capabilities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The agent room, as a node sees it, with one task that is there. */
final class Board implements Capabilities {
  static final UUID TASK = new UUID(0, 1);
  private final List<Object> questions = new ArrayList<>();
  private boolean isGone;

  List<Object> questions() {
    return questions;
  }

  /** The task as spells have it. */
  static String asValue(String status, String steps) {
    return "{'id':'" + TASK + "','type':'t','objective':'climb','status':'" + status + "','steps':[" + steps
        + "],'date':'1970-01-01T00:00:00Z'}";
  }

  @Override
  public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
    questions.add(question);
    try {
      return CompletableFuture.completedFuture(operation.answer().cast(answer(question)));
    } catch (Failure failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private Object answer(Object question) {
    return switch (question) {
      case NewTask _ -> task(Status.ACTIVE, List.of());
      case NewStep step -> task(Status.ACTIVE, List.of(new Step(step.reasoning(), step.skill(), step.result(),
          step.success(), step.reflection(), Instant.EPOCH)));
      case End end -> task(end.status(), List.of());
      case Which which -> {
        if (isGone) {
          throw Failure.notFound("no task " + which.task());
        }
        isGone = true;
        yield Nothing.NOTHING;
      }
      default -> throw new AssertionError("asked " + question);
    };
  }

  private static Task task(Status status, List<Step> steps) {
    return new Task(TASK, Optional.of("t"), "climb", Optional.empty(), Optional.empty(), status, Optional.empty(), steps,
        Instant.EPOCH, Instant.EPOCH);
  }
}
