package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.contract.tab.Tabs.OnDisconnect;
import io.spellmesh.kit.DataConfig;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Runs that wait for people and times, and runs that go on after they were interrupted. */
class WaitingIT {
  @AutoClose
  private final TestMember member = TestMember.start(Map.of("users.max-live-runs", "2"));

  private final UUID ann = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));
  private final Set<String> before;

  WaitingIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
    before = Set.copyOf(member.vertx().deploymentIDs());
  }

  private UUID start(UUID spell) {
    return Waiting.await(member.ask(ann, Runner.START, new Runner.Start(Optional.empty(), spell,
        Wire.read("{\"Input\":\"well?\"}", ObjectNode.class), Optional.empty(), Optional.empty()))).run();
  }

  private RunView await(UUID run) {
    return Waiting.await(member.ask(ann, Runner.AWAIT, new Runner.Which(run)));
  }

  private UUID parked(String graph) {
    UUID run = start(shelf.put(ann, "asks", graph));
    assertEquals(RunStatus.WAITING, await(run).status());
    return run;
  }

  private static Runner.Answer answer(UUID run, String step, String text) {
    return new Runner.Answer(run, step, TextNode.valueOf(text));
  }

  private Future<RunView> answering(UUID run, String step, String text) {
    return member.ask(ann, Runner.ANSWER, answer(run, step, text));
  }

  private List<RunEvent> events(UUID run) {
    List<RunEvent> events = new ArrayList<>();
    Runner.Events page;
    do {
      page = Waiting.await(member.ask(ann, Runner.SINCE, new Runner.Since(run, Optional.empty(), events.size())));
      page.groups().forEach(group -> events.addAll(group.events()));
    } while (page.more());
    assertEquals(LongStream.rangeClosed(1, events.size()).boxed().toList(),
        events.stream().map(RunEvent::seq).toList());
    return events;
  }

  private static <E extends RunEvent> Stream<E> all(List<RunEvent> events, Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast);
  }

  private static void assertEndsOnce(List<RunEvent> events) {
    assertTrue(events.getLast().isFinal());
    assertEquals(1, events.stream().filter(RunEvent::isFinal).count());
  }

  private static Map<String, JsonNode> outputs(String name, String text) {
    return Map.of(name, TextNode.valueOf(text));
  }

  private void sql(String statement) {
    Waiting.await(member.member().database().pool().query(statement).execute());
  }

  /** Its process is gone, with whatever it had begun. */
  private void orphan(UUID run) {
    sql("UPDATE runner.run SET owner = 'gone', fence = fence + 1, status = 'running' WHERE id = '" + run + "'");
    // Not awaited: this very process may believe for a while that the run is its own.
    Waiting.until(() -> Waiting.await(member.ask(ann, Runner.GET, new Runner.Which(run))).status()
        == RunStatus.INTERRUPTED);
  }

  private TestMember other() {
    String database = DataConfig.of(member.member().settings()).database().url().orElseThrow();
    TestMember other = TestMember.start(Map.of("database.url", database));
    Waiting.await(other.member().serving().serve(Spells.GET,
        (caller, which) -> member.ask(caller.user(), Spells.GET, which)));
    other.deploy(new SpellManagerVerticle(other.member()));
    return other;
  }

  @Test
  void parksUntilAPersonAnswersAndRunsNowhereMeanwhile() {
    UUID run = parked(Graphs.asking(""));

    RunEvent.NodeWaiting waiting = (RunEvent.NodeWaiting) events(run).getLast();
    assertEquals("{\"text\":\"well?\"}", waiting.question().orElseThrow().toString());
    Waiting.until(() -> Set.copyOf(member.vertx().deploymentIDs()).equals(before));
    assertEquals(Optional.empty(), await(run).ms());

    Waiting.await(answering(run, "2", "fine"));

    RunView end = await(run);
    assertEquals(RunStatus.COMPLETED, end.status());
    assertEquals(outputs("Output", "fine"), end.outputs().orElseThrow());
    assertEquals(2, end.epoch());
    List<RunEvent> events = events(run);
    assertEndsOnce(events);
    assertEquals(1, all(events, RunEvent.Resumed.class).count());
    assertEquals(List.of("1", "2", "3"), all(events, RunEvent.NodeStarted.class).map(RunEvent.NodeStarted::step).toList());
    Waiting.until(() -> Set.copyOf(member.vertx().deploymentIDs()).equals(before));
  }

  @Test
  void asksAgainIfTheAnswerIsNoneOfTheChoices() {
    UUID run = parked(Graphs.asking("yes\\nno"));

    Waiting.await(answering(run, "2", "perhaps"));
    assertEquals(RunStatus.WAITING, await(run).status());
    RunEvent.NodeWaiting again = (RunEvent.NodeWaiting) events(run).getLast();
    assertEquals("the answer is 'perhaps', must be one of yes, no",
        again.question().orElseThrow().path("mistake").textValue());
    Waiting.await(answering(run, "2", "yes"));

    assertEquals(outputs("Output", "yes"), await(run).outputs().orElseThrow());
    assertEquals(3, await(run).epoch());
  }

  @Test
  void refusesAnswersThatNobodyWaitsFor() {
    UUID run = parked(Graphs.askingTwo());

    Failure unknown = Waiting.failureOf(answering(run, "3", "x"));
    assertEquals(FailureCode.NOT_FOUND, unknown.code());
    assertEquals("the run has no step '3' that waits", unknown.getMessage());
    Failure strange = Waiting.failureOf(member.ask(bob, Runner.ANSWER, answer(run, "2", "x")));
    assertEquals(FailureCode.NOT_FOUND, strange.code());
    assertEquals("no run " + run, strange.getMessage());
    Waiting.await(answering(run, "2", "first"));
    assertEquals(FailureCode.CONFLICT, Waiting.failureOf(answering(run, "2", "second")).code());
    assertEquals(FailureCode.CONFLICT,
        Waiting.failureOf(member.ask(ann, Runner.RESUME, new Runner.Resume(run, Optional.empty()))).code());
    Waiting.await(answering(run, "4", "other"));
    await(run);
    assertEquals("the run is completed, nothing waits in it",
        Waiting.failureOf(answering(run, "2", "late")).getMessage());
  }

  @Test
  void takesTwoAnswersAtOnce() {
    UUID run = parked(Graphs.askingTwo());
    String large = "x".repeat(40_000);

    Waiting.await(Future.all(answering(run, "2", large), answering(run, "4", "other")));

    assertEquals(RunStatus.COMPLETED, await(run).status());
    assertEquals(TextNode.valueOf("other"), await(run).outputs().orElseThrow().get("Other"));
    assertEquals(40_002, await(run).outputs().orElseThrow().get("Output").path("bytes").asInt());
    assertEndsOnce(events(run));
  }

  @Test
  void goesOnWithLargeValuesOfBefore() {
    UUID run = parked(Graphs.askingTwo());
    String large = "x".repeat(40_000);
    Waiting.await(answering(run, "2", large));
    assertEquals(RunStatus.WAITING, await(run).status());
    orphan(run);

    Waiting.await(member.ask(ann, Runner.RESUME, new Runner.Resume(run, Optional.empty())));
    assertEquals(RunStatus.WAITING, await(run).status());
    Waiting.await(answering(run, "4", "other"));

    JsonNode reference = await(run).outputs().orElseThrow().get("Output");
    assertEquals(TextNode.valueOf(large), Waiting.await(member.ask(ann, Runner.VALUE,
        new Runner.ValueOf(run, reference.get("$ref").textValue()))).value());
    assertEndsOnce(events(run));
  }

  @Test
  void goesOnInOneOfTwoProcesses() {
    try (TestMember other = other()) {
      for (int i = 0; i < 5; i++) {
        UUID run = parked(Graphs.asking(""));

        List<Future<RunView>> both = List.of(answering(run, "2", "here"),
            other.ask(ann, Runner.ANSWER, answer(run, "2", "there")));
        Waiting.await(Future.join(both).otherwiseEmpty());

        assertEquals(1, both.stream().filter(Future::succeeded).count());
        String taken = both.getFirst().succeeded() ? "here" : "there";
        assertEquals(outputs("Output", taken), await(run).outputs().orElseThrow());
        assertEndsOnce(events(run));
        assertEquals(2, await(run).epoch());
      }
    }
  }

  @Test
  void isCancelledWhereItStands() {
    UUID run = parked(Graphs.asking(""));

    RunView cancelled = Waiting.await(member.ask(ann, Runner.CANCEL, new Runner.Which(run)));

    assertEquals(RunStatus.CANCELLED, cancelled.status());
    assertTrue(cancelled.ms().isPresent() && cancelled.ended().isPresent());
    assertEndsOnce(events(run));
    assertEquals(FailureCode.CONFLICT, Waiting.failureOf(answering(run, "2", "late")).code());
    assertEquals(cancelled, Waiting.await(member.ask(ann, Runner.CANCEL, new Runner.Which(run))));
  }

  @Test
  void goesOnByItselfWhenTheTimeHasCome() {
    UUID run = parked(Graphs.sleeping(11));
    RunEvent.NodeWaiting waiting = (RunEvent.NodeWaiting) events(run).getLast();
    assertEquals("time", waiting.reason());

    Waiting.until(() -> await(run).status() == RunStatus.COMPLETED);

    assertEndsOnce(events(run));
    String time = await(run).outputs().orElseThrow().get("Output").textValue();
    assertEquals(waiting.until().orElseThrow().toEpochMilli(), Instant.parse(time).toEpochMilli());
  }

  @Test
  void endsIfItsTimeComesAndItsSpellIsGone() {
    UUID run = parked(Graphs.sleeping(3600));
    sql("UPDATE runner.run SET wake_at = now(), spell = '" + UUID.randomUUID() + "' WHERE id = '" + run + "'");

    Waiting.until(() -> await(run).status() == RunStatus.FAILED);

    assertEquals("the run cannot go on, its spell is gone", await(run).error().orElseThrow().message());
    assertEndsOnce(events(run));
  }

  @Test
  void goesOnAfterItsProcessDiedBetweenTheAnswerAndWhatFollows() {
    UUID run = parked(Graphs.asking(""));
    orphan(run);
    assertEquals(FailureCode.CONFLICT, Waiting.failureOf(answering(run, "2", "too early")).code());

    RunStatus after =
        Waiting.await(member.ask(ann, Runner.RESUME, new Runner.Resume(run, Optional.empty()))).status();
    // It may have come to its question again by then.
    assertTrue(after == RunStatus.RUNNING || after == RunStatus.WAITING, after.text());
    Waiting.until(() -> await(run).status() == RunStatus.WAITING);
    Waiting.await(answering(run, "2", "fine"));

    assertEquals(outputs("Output", "fine"), await(run).outputs().orElseThrow());
    List<RunEvent> events = events(run);
    assertEndsOnce(events);
    assertEquals(1, all(events, RunEvent.NodeWaiting.class).count());
    assertEquals(1, all(events, RunEvent.Interrupted.class).count());
  }

  @Test
  void runsWhatWasUnderWayAgain() {
    UUID run = start(shelf.put(ann, "held", Graphs.held("resumed")));
    HeldNode.entered("resumed").join();
    orphan(run);
    assertEquals("again names '7', which was not under way", Waiting.failureOf(member.ask(ann, Runner.RESUME,
        new Runner.Resume(run, Optional.of(List.of("7"))))).getMessage());

    Waiting.await(member.ask(ann, Runner.RESUME, new Runner.Resume(run, Optional.empty())));
    HeldNode.gate("resumed").complete("free");

    assertEquals(RunStatus.COMPLETED, await(run).status());
    assertEquals(outputs("Output", "free"), await(run).outputs().orElseThrow());
    assertEndsOnce(events(run));
    assertEquals(List.of("1", "2", "2", "3"),
        all(events(run), RunEvent.NodeStarted.class).map(RunEvent.NodeStarted::step).toList());
  }

  @Test
  void repeatsWhatMayDoHarmOnlyIfSomebodySaysSo() {
    UUID run = start(shelf.put(ann, "harmful", Graphs.harmful("harm")));
    HeldNode.entered("harm").join();
    orphan(run);

    Failure refused = Waiting.failureOf(member.ask(ann, Runner.RESUME, new Runner.Resume(run, Optional.empty())));
    assertEquals(FailureCode.CONFLICT, refused.code());
    assertEquals("these steps were under way and may do harm when they run again: '2' (test-harmful); "
        + "name those in 'again' that are to", refused.getMessage());
    Waiting.await(member.ask(ann, Runner.RESUME, new Runner.Resume(run, Optional.of(List.of("2")))));
    HeldNode.gate("harm").complete("done twice");

    assertEquals(outputs("Output", "done twice"), await(run).outputs().orElseThrow());
  }

  @Test
  void countsAmongTheRunsUnderWayOnlyWhileItIs() {
    UUID waiting = parked(Graphs.asking(""));
    UUID other = parked(Graphs.asking(""));
    start(shelf.put(ann, "held", Graphs.held("full 1")));
    start(shelf.put(ann, "held", Graphs.held("full 2")));

    assertEquals(FailureCode.TOO_MANY, Waiting.failureOf(answering(waiting, "2", "x")).code());
    HeldNode.gate("full 1").complete("free");
    HeldNode.gate("full 2").complete("free");

    Waiting.until(() -> Waiting.await(answering(waiting, "2", "x").map(true).otherwise(false)));
    assertEquals(RunStatus.COMPLETED, await(waiting).status());
    assertFalse(await(other).status().isFinal());
  }

  @Test
  void isAnsweredInATabThatSeesItsQuestionAndItsEnd() {
    UUID spell = shelf.put(ann, "asks", Graphs.asking(""));
    Screen screen = Screen.of(member, ann, spell);
    Browser anns = Browser.of(member, ann);
    anns.open("t1", spell);
    UUID run = anns.run("t1", spell, OnDisconnect.CONTINUE);
    Waiting.until(() -> await(run).status() == RunStatus.WAITING);
    assertEquals(RunStatus.WAITING, anns.open("t1", spell).runs().getFirst().status());
    assertEquals(FailureCode.NOT_FOUND, Waiting.failureOf(
        Browser.of(member, bob).asking(Tabs.ANSWER, answer(run, "2", "mine"))).code());

    anns.ask(Tabs.ANSWER, answer(run, "2", "fine"));

    Waiting.until(() -> screen.events().getLast() instanceof RunEvent.Completed);
    assertEquals(events(run), screen.events());
  }
}
