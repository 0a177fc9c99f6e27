package io.spellmesh.contract.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Page;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What an agent is to reach, and the steps it has made towards it; each user's own. Texts have no U+0000, which the
 * database cannot keep.
 */
public interface Tasks {
  /** Fails with TOO_MANY if there are too many already. */
  Operation<NewTask, Task> CREATE = Operation.at("spellmesh.agent.task-create", NewTask.class, Task.class);
  /** Fails with NOT_FOUND for one that is unknown, or another's. */
  Operation<Which, Task> GET = Operation.at("spellmesh.agent.task-get", Which.class, Task.class);
  /** Newest first, without their steps. */
  Operation<Some, TaskPage> LIST = Operation.at("spellmesh.agent.task-list", Some.class, TaskPage.class);
  /** Adds a step. Fails as {@link #GET} does, with CONFLICT if the task has ended, with TOO_MANY at its last step. */
  Operation<NewStep, Task> STEP = Operation.at("spellmesh.agent.task-step", NewStep.class, Task.class);
  /** Fails as {@link #GET} does, and with CONFLICT if it has ended otherwise. */
  Operation<End, Task> END = Operation.at("spellmesh.agent.task-end", End.class, Task.class);
  /** Fails as {@link #GET} does. */
  Operation<Which, Nothing> DELETE = Operation.at("spellmesh.agent.task-delete", Which.class, Nothing.class);

  int LONGEST_NAME = 1_000;
  int LONGEST_OBJECTIVE = 10_000;
  int LONGEST_TEXT = 100_000;
  int LONGEST_EVENT = 100_000;
  int MOST_STEPS = 1_000;

  /** Where a task stands. An ended one stays as it is. */
  enum Status {
    @JsonProperty("active") ACTIVE,
    @JsonProperty("completed") COMPLETED,
    @JsonProperty("cancelled") CANCELLED
  }

  /**
   * @param type      what kind it is, at most 1,000 characters
   * @param objective what is to be reached, 1 to 10,000 characters
   * @param agentId   as the spell has it, which may be another system's
   * @param projectId likewise
   * @param eventData what it began with, at most 100,000 characters as JSON
   * @param key       makes it safe to create again: of tasks with one key the first is kept
   */
  record NewTask(Optional<String> type, String objective, Optional<String> agentId, Optional<String> projectId,
      Optional<JsonNode> eventData, Optional<String> key) {
    public NewTask {
      requireText("objective", objective, LONGEST_OBJECTIVE);
      if (objective.isBlank()) {
        throw new IllegalArgumentException("objective is empty");
      }
      requireName("type", type);
      requireName("agentId", agentId);
      requireName("projectId", projectId);
      requireName("key", key);
      eventData = eventData.filter(data -> !data.isNull());
      eventData.ifPresent(data -> requireText("eventData", data.toString(), LONGEST_EVENT));
    }
  }

  /** @param steps in the order they were made; none in lists, whatever there are */
  record Task(UUID id, Optional<String> type, String objective, Optional<String> agentId, Optional<String> projectId,
      Status status, Optional<JsonNode> eventData, List<Step> steps, Instant created, Instant updated) {
    public Task {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Each text is at most 100,000 characters.
   *
   * @param reasoning  why it was made
   * @param skill      by what
   * @param result     what came of it
   * @param success    whether it reached what it should, in the agent's words
   * @param reflection what the agent learned
   */
  record Step(Optional<String> reasoning, Optional<String> skill, Optional<String> result, Optional<String> success,
      Optional<String> reflection, Instant date) {}

  record Which(UUID task) {
    public Which {
      Objects.requireNonNull(task, "task is missing");
    }
  }

  /** What is given must be the same. */
  record Some(Optional<Status> status, Optional<String> type, Optional<String> agentId, Page page) {
    public Some {
      requireName("type", type);
      requireName("agentId", agentId);
    }
  }

  /** @param key makes it safe to add again: of steps of one task with one key the first is kept */
  record NewStep(UUID task, Optional<String> reasoning, Optional<String> skill, Optional<String> result,
      Optional<String> success, Optional<String> reflection, Optional<String> key) {
    public NewStep {
      Objects.requireNonNull(task, "task is missing");
      require("reasoning", reasoning);
      require("skill", skill);
      require("result", result);
      require("success", success);
      require("reflection", reflection);
      requireName("key", key);
    }

    private static void require(String name, Optional<String> text) {
      text.ifPresent(given -> requireText(name, given, LONGEST_TEXT));
    }
  }

  /** @param status completed or cancelled */
  record End(UUID task, Status status) {
    public End {
      Objects.requireNonNull(task, "task is missing");
      Objects.requireNonNull(status, "status is missing");
      if (status == Status.ACTIVE) {
        throw new IllegalArgumentException("a task ends completed or cancelled, not active");
      }
    }
  }

  /** @param next where the list goes on; absent at its end */
  record TaskPage(List<Task> items, Optional<String> next) {
    public TaskPage {
      items = List.copyOf(items);
    }
  }

  private static void requireName(String name, Optional<String> text) {
    text.ifPresent(given -> requireText(name, given, LONGEST_NAME));
  }

  private static void requireText(String name, String text, int longest) {
    Objects.requireNonNull(text, name + " is missing");
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          name + " has " + text.length() + " characters, must have at most " + longest);
    }
    if (text.indexOf('\u0000') >= 0) {
      throw new IllegalArgumentException(name + " has the character U+0000, which cannot be kept");
    }
  }
}
