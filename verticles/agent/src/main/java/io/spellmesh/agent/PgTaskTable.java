package io.spellmesh.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.agent.Tasks;
import io.spellmesh.contract.agent.Tasks.NewStep;
import io.spellmesh.contract.agent.Tasks.NewTask;
import io.spellmesh.contract.agent.Tasks.Some;
import io.spellmesh.contract.agent.Tasks.Status;
import io.spellmesh.contract.agent.Tasks.Step;
import io.spellmesh.contract.agent.Tasks.Task;
import io.spellmesh.contract.agent.Tasks.TaskPage;
import io.spellmesh.kit.database.DatabaseFailures;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tasks in PostgreSQL. Every statement names the owner. */
final class PgTaskTable {
  private static final String COLUMNS =
      "number, id, type, objective, agent, project, status, event, created, updated";
  private static final String INSERT = """
      WITH fresh AS (
        INSERT INTO agent.task (id, owner, key, type, objective, agent, project, status, event)
        SELECT $1, $2, $3, $4, $5, $6, $7, 'ACTIVE', $8
        WHERE (SELECT count(*) FROM agent.task WHERE owner = $2) < $9
        ON CONFLICT (owner, key) DO NOTHING
        RETURNING %1$s)
      SELECT %1$s FROM fresh
      UNION ALL
      SELECT %1$s FROM agent.task WHERE owner = $2 AND key = $3 AND NOT EXISTS (SELECT FROM fresh)
      """.formatted(COLUMNS);
  private static final String GET = "SELECT " + COLUMNS + " FROM agent.task WHERE owner = $1 AND id = $2";
  private static final String STEPS = """
      SELECT s.reasoning, s.skill, s.result, s.success, s.reflection, s.made
      FROM agent.step s JOIN agent.task t ON t.id = s.task WHERE t.owner = $1 AND t.id = $2 ORDER BY s.n""";
  private static final String LIST = "SELECT " + COLUMNS + """
      \sFROM agent.task WHERE owner = $1 AND ($2::text IS NULL OR status = $2) AND ($3::text IS NULL OR type = $3)
        AND ($4::text IS NULL OR agent = $4) AND number < $5
      ORDER BY number DESC LIMIT $6""";
  // The task's row is locked by the update, so that two steps at once get two numbers.
  private static final String NEXT_STEP = """
      UPDATE agent.task t SET steps = steps + 1, updated = now()
      WHERE owner = $1 AND id = $2 AND status = 'ACTIVE' AND steps < $3
        AND NOT EXISTS (SELECT FROM agent.step s WHERE s.task = t.id AND s.key = $4)
      RETURNING steps""";
  private static final String ADD_STEP = """
      INSERT INTO agent.step (task, n, key, reasoning, skill, result, success, reflection)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""";
  private static final String HAS_STEP = """
      SELECT FROM agent.step s JOIN agent.task t ON t.id = s.task
      WHERE t.owner = $1 AND t.id = $2 AND s.key = $3""";
  private static final String END = """
      UPDATE agent.task SET status = $3, updated = now() WHERE owner = $1 AND id = $2 AND status = 'ACTIVE'""";
  private static final String DELETE = "DELETE FROM agent.task WHERE owner = $1 AND id = $2";

  private final Pool pool;
  private final int maxTasks;

  PgTaskTable(Pool pool, int maxTasks) {
    this.pool = pool;
    this.maxTasks = maxTasks;
  }

  /** What is kept: this one, or the first with its key. */
  Future<Task> insert(UUID owner, NewTask task) {
    return pool.preparedQuery(INSERT).execute(Tuple.of(UUID.randomUUID(), owner).addString(task.key().orElse(null))
        .addString(task.type().orElse(null)).addString(task.objective()).addString(task.agentId().orElse(null))
        .addString(task.projectId().orElse(null)).addString(task.eventData().map(Wire::text).orElse(null))
        .addInteger(maxTasks)).map(rows -> {
          if (rows.size() == 0) {
            throw new Failure(FailureCode.TOO_MANY,
                "there are " + maxTasks + " tasks, which is all one may have; delete some");
          }
          return rows.iterator().next();
        }).compose(row -> withSteps(owner, row)).recover(PgTaskTable::failed);
  }

  Future<Optional<Task>> get(UUID owner, UUID task) {
    return pool.preparedQuery(GET).execute(Tuple.of(owner, task))
        .compose(rows -> rows.size() == 0 ? Future.succeededFuture(Optional.<Task>empty())
            : withSteps(owner, rows.iterator().next()).map(Optional::of)).recover(PgTaskTable::failed);
  }

  private Future<Task> withSteps(UUID owner, Row row) {
    return pool.preparedQuery(STEPS).execute(Tuple.of(owner, row.getUUID("id")))
        .map(rows -> task(row, rows.stream().map(PgTaskTable::step).toList()));
  }

  Future<TaskPage> list(UUID owner, Some some, long before) {
    int size = some.page().size();
    return pool.preparedQuery(LIST).execute(Tuple.of(owner, some.status().map(Status::name).orElse(null),
        some.type().orElse(null), some.agentId().orElse(null), before, size + 1)).map(rows -> {
          List<Row> all = new ArrayList<>();
          rows.forEach(all::add);
          return new TaskPage(all.stream().limit(size).map(row -> task(row, List.of())).toList(),
              all.size() > size ? Optional.of("t" + all.get(size - 1).getLong("number")) : Optional.empty());
        }).recover(PgTaskTable::failed);
  }

  /** Whether the step is there, added now or before; not if the task takes none, or is not there. */
  Future<Boolean> addStep(UUID owner, NewStep step) {
    return pool.withTransaction(connection -> connection.preparedQuery(NEXT_STEP)
        .execute(Tuple.of(owner, step.task(), Tasks.MOST_STEPS, step.key().orElse(null)))
        .compose(rows -> rows.size() == 0
            ? connection.preparedQuery(HAS_STEP).execute(Tuple.of(owner, step.task(), step.key().orElse(null)))
                .map(known -> known.size() > 0)
            : connection.preparedQuery(ADD_STEP).execute(Tuple.of(step.task(), rows.iterator().next().getInteger(0))
                .addString(step.key().orElse(null)).addString(step.reasoning().orElse(null))
                .addString(step.skill().orElse(null)).addString(step.result().orElse(null))
                .addString(step.success().orElse(null)).addString(step.reflection().orElse(null)))
                .map(true))).recover(PgTaskTable::failed);
  }

  /** Does nothing to one that has ended, or is not there. */
  Future<Void> end(UUID owner, UUID task, Status status) {
    return pool.preparedQuery(END).execute(Tuple.of(owner, task, status.name())).<Void>mapEmpty()
        .recover(PgTaskTable::failed);
  }

  /** False if the owner has no such task. */
  Future<Boolean> delete(UUID owner, UUID task) {
    return pool.preparedQuery(DELETE).execute(Tuple.of(owner, task)).map(rows -> rows.rowCount() == 1)
        .recover(PgTaskTable::failed);
  }

  private static Task task(Row row, List<Step> steps) {
    return new Task(row.getUUID("id"), text(row, "type"), row.getString("objective"), text(row, "agent"),
        text(row, "project"), Status.valueOf(row.getString("status")),
        text(row, "event").map(event -> Wire.read(event, JsonNode.class)), steps,
        row.getOffsetDateTime("created").toInstant(), row.getOffsetDateTime("updated").toInstant());
  }

  private static Step step(Row row) {
    return new Step(text(row, "reasoning"), text(row, "skill"), text(row, "result"), text(row, "success"),
        text(row, "reflection"), row.getOffsetDateTime("made").toInstant());
  }

  private static Optional<String> text(Row row, String column) {
    return Optional.ofNullable(row.getString(column));
  }

  private static <T> Future<T> failed(Throwable error) {
    return Future.failedFuture(DatabaseFailures.map(error));
  }
}
