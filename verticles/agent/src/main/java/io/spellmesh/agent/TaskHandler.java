package io.spellmesh.agent;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.agent.Tasks;
import io.spellmesh.contract.agent.Tasks.End;
import io.spellmesh.contract.agent.Tasks.NewStep;
import io.spellmesh.contract.agent.Tasks.NewTask;
import io.spellmesh.contract.agent.Tasks.Some;
import io.spellmesh.contract.agent.Tasks.Status;
import io.spellmesh.contract.agent.Tasks.Task;
import io.spellmesh.contract.agent.Tasks.TaskPage;
import io.spellmesh.contract.agent.Tasks.Which;
import io.vertx.core.Future;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Whose tasks are whose, and what an ended one takes. */
final class TaskHandler {
  private final PgTaskTable tasks;

  TaskHandler(PgTaskTable tasks) {
    this.tasks = tasks;
  }

  Future<Task> create(Caller caller, NewTask task) {
    return tasks.insert(caller.user(), task);
  }

  Future<Task> get(Caller caller, Which which) {
    return tasks.get(caller.user(), which.task()).map(found -> require(found, which.task()));
  }

  Future<TaskPage> list(Caller caller, Some some) {
    return tasks.list(caller.user(), some, before(some.page().after()));
  }

  private static long before(Optional<String> after) {
    return after.map(text -> {
      if (!text.matches("t[1-9][0-9]{0,17}")) {
        throw Failure.badRequest("'after' is not known, must be the 'next' of a page of this list");
      }
      return Long.parseLong(text.substring(1));
    }).orElse(Long.MAX_VALUE);
  }

  Future<Task> step(Caller caller, NewStep step) {
    UUID owner = caller.user();
    return tasks.addStep(owner, step).compose(isThere -> tasks.get(owner, step.task()).map(found -> {
      Task task = require(found, step.task());
      if (!isThere && task.status() != Status.ACTIVE) {
        throw Failure.conflict("the task is " + said(task.status()) + " and takes no further step");
      }
      if (!isThere) {
        throw new Failure(FailureCode.TOO_MANY,
            "the task has " + Tasks.MOST_STEPS + " steps, which is all it may have");
      }
      return task;
    }));
  }

  Future<Task> end(Caller caller, End end) {
    return tasks.end(caller.user(), end.task(), end.status())
        .compose(_ -> tasks.get(caller.user(), end.task())).map(found -> {
          Task task = require(found, end.task());
          if (task.status() != end.status()) {
            throw Failure.conflict("the task is " + said(task.status()) + " and cannot be " + said(end.status()));
          }
          return task;
        });
  }

  Future<Nothing> delete(Caller caller, Which which) {
    return tasks.delete(caller.user(), which.task()).map(gone -> {
      if (!gone) {
        throw none(which.task());
      }
      return Nothing.NOTHING;
    });
  }

  private static Task require(Optional<Task> found, UUID task) {
    return found.orElseThrow(() -> none(task));
  }

  private static String said(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static Failure none(UUID task) {
    return Failure.notFound("no task " + task);
  }
}
