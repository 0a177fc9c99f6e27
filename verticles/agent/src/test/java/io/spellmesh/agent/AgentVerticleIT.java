package io.spellmesh.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.agent.Tasks;
import io.spellmesh.contract.agent.Tasks.End;
import io.spellmesh.contract.agent.Tasks.NewStep;
import io.spellmesh.contract.agent.Tasks.NewTask;
import io.spellmesh.contract.agent.Tasks.Some;
import io.spellmesh.contract.agent.Tasks.Status;
import io.spellmesh.contract.agent.Tasks.Step;
import io.spellmesh.contract.agent.Tasks.Task;
import io.spellmesh.contract.agent.Tasks.TaskPage;
import io.spellmesh.contract.agent.Tasks.Which;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AgentVerticleIT {
  @AutoClose
  private final TestMember member = TestMember.start(Map.of("agent.max-tasks", "3"));

  private final UUID ann = UUID.randomUUID();
  private final UUID eve = UUID.randomUUID();

  AgentVerticleIT() {
    member.deploy(new AgentVerticle(member.member()));
  }

  @Test
  void givesBackAllThatWasCreated() {
    String event = "{\"b\":1.5,\"a\":[\"\\u0000\",null]}";

    Task created = ask(ann, Tasks.CREATE, new NewTask(Optional.of("research"), "Find 東京", Optional.of("7"),
        Optional.of("p"), Optional.of(Wire.read(event, JsonNode.class)), Optional.empty()));

    assertEquals(created, ask(ann, Tasks.GET, new Which(created.id())));
    assertEquals("Find 東京", created.objective());
    assertEquals(Status.ACTIVE, created.status());
    assertEquals(event, Wire.text(created.eventData().orElseThrow()));
    assertEquals(List.of(), created.steps());
  }

  @Test
  void createsOnceUnderOneKey() {
    NewTask keyed = new NewTask(Optional.empty(), "once", Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of("run/1"));

    Task first = ask(ann, Tasks.CREATE, keyed);

    assertEquals(first, ask(ann, Tasks.CREATE, keyed));
    assertTrue(!first.id().equals(ask(eve, Tasks.CREATE, keyed).id()));
    assertEquals(1, list(ann, Optional.empty()).items().size());
  }

  @Test
  void keepsStepsInTheirOrderAndEachKeyOnce() {
    UUID task = create(ann, "climb");

    step(ann, task, "one", Optional.of("k"));
    step(ann, task, "one again", Optional.of("k"));
    Task stepped = step(ann, task, "two", Optional.empty());

    assertEquals(List.of("one", "two"),
        stepped.steps().stream().map(Step::result).map(Optional::orElseThrow).toList());
    assertTrue(stepped.updated().isAfter(stepped.created()));
    assertEquals(List.of(), list(ann, Optional.of(Status.ACTIVE)).items().getFirst().steps());
  }

  @Test
  void stepsThatAreAddedAtOnceAreAllThere() {
    UUID task = create(ann, "climb");

    Waiting.await(Future.all(IntStream.range(0, 20).mapToObj(i ->
        member.ask(ann, Tasks.STEP, newStep(task, "step " + i, Optional.empty()))).toList()));

    assertEquals(20, ask(ann, Tasks.GET, new Which(task)).steps().stream().map(Step::result).distinct().count());
  }

  @Test
  void endsOnceForGood() {
    UUID task = create(ann, "climb");

    Task ended = ask(ann, Tasks.END, new End(task, Status.COMPLETED));

    assertEquals(Status.COMPLETED, ended.status());
    assertEquals(ended, ask(ann, Tasks.END, new End(task, Status.COMPLETED)));
    assertEquals("the task is completed and cannot be cancelled",
        failure(ann, Tasks.END, new End(task, Status.CANCELLED)).getMessage());
    Failure late = failure(ann, Tasks.STEP, newStep(task, "late", Optional.empty()));
    assertEquals(FailureCode.CONFLICT, late.code());
    assertEquals("the task is completed and takes no further step", late.getMessage());
    assertEquals(List.of(), list(ann, Optional.of(Status.ACTIVE)).items());
  }

  @Test
  void listsTheNewestFirstPageByPageUpToTheLimitOfOnePerson() {
    List.of("a", "b", "c").forEach(objective -> create(ann, objective));

    TaskPage first = ask(ann, Tasks.LIST, new Some(Optional.empty(), Optional.empty(), Optional.empty(),
        new Page(Optional.of(2), Optional.empty())));
    TaskPage second = ask(ann, Tasks.LIST, new Some(Optional.empty(), Optional.empty(), Optional.empty(),
        new Page(Optional.of(2), first.next())));

    assertEquals(List.of("c", "b"), first.items().stream().map(Task::objective).toList());
    assertEquals(List.of("a"), second.items().stream().map(Task::objective).toList());
    assertEquals(Optional.empty(), second.next());
    assertEquals("there are 3 tasks, which is all one may have; delete some", failure(ann, Tasks.CREATE,
        new NewTask(Optional.empty(), "d", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
        .getMessage());
  }

  @Test
  void tasksAreTheirOwnersAlone() {
    UUID task = create(ann, "secret");
    String none = "no task " + task;

    assertEquals(none, failure(eve, Tasks.GET, new Which(task)).getMessage());
    assertEquals(none, failure(eve, Tasks.DELETE, new Which(task)).getMessage());
    assertEquals(none, failure(eve, Tasks.END, new End(task, Status.CANCELLED)).getMessage());
    assertEquals(none, failure(eve, Tasks.STEP, newStep(task, "intruder", Optional.of("k"))).getMessage());
    assertEquals(List.of(), list(eve, Optional.empty()).items());
    assertEquals(Status.ACTIVE, ask(ann, Tasks.GET, new Which(task)).status());

    ask(ann, Tasks.DELETE, new Which(task));
    assertEquals(none, failure(ann, Tasks.GET, new Which(task)).getMessage());
  }

  @Test
  void refusesWhatCannotBeKept() {
    for (String objective : List.of("", " ", "a\u0000b", "x".repeat(Tasks.LONGEST_OBJECTIVE + 1))) {
      assertThrows(IllegalArgumentException.class, () -> new NewTask(Optional.empty(), objective, Optional.empty(),
          Optional.empty(), Optional.empty(), Optional.empty()));
    }
    assertThrows(IllegalArgumentException.class, () -> new End(ann, Status.ACTIVE));
  }

  private UUID create(UUID user, String objective) {
    return ask(user, Tasks.CREATE, new NewTask(Optional.empty(), objective, Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty())).id();
  }

  private Task step(UUID user, UUID task, String result, Optional<String> key) {
    return ask(user, Tasks.STEP, newStep(task, result, key));
  }

  private static NewStep newStep(UUID task, String result, Optional<String> key) {
    return new NewStep(task, Optional.empty(), Optional.empty(), Optional.of(result), Optional.empty(),
        Optional.empty(), key);
  }

  private TaskPage list(UUID user, Optional<Status> status) {
    return ask(user, Tasks.LIST, new Some(status, Optional.empty(), Optional.empty(), Page.first()));
  }

  private <Q, A> Failure failure(UUID user, Operation<Q, A> operation, Q question) {
    return Waiting.failureOf(member.ask(user, operation, question));
  }

  private <Q, A> A ask(UUID user, Operation<Q, A> operation, Q question) {
    return Waiting.await(member.ask(user, operation, question));
  }
}
