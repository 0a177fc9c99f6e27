package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Runs on the bus, as the gateway and other JVMs ask for them. */
class SpellManagerIT {
  @AutoClose
  private final TestMember member = TestMember.start(Map.of("users.max-live-runs", "3"));

  private final UUID ann = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));

  SpellManagerIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
  }

  private static Runner.Start start(UUID spell, String input) {
    return new Runner.Start(Optional.empty(), spell,
        Wire.read("{\"Input\":" + Wire.text(input) + "}", ObjectNode.class), Optional.empty(), Optional.empty());
  }

  private UUID run(UUID user, Runner.Start start) {
    return Waiting.await(member.ask(user, Runner.START, start)).run();
  }

  private RunView end(UUID user, UUID run) {
    return Waiting.await(member.ask(user, Runner.AWAIT, new Runner.Which(run)));
  }

  private Failure refusal(UUID user, Runner.Start start) {
    return assertThrows(Failure.class, () -> Waiting.await(member.ask(user, Runner.START, start)));
  }

  private List<RunEvent> events(UUID user, UUID run) {
    List<RunEvent> events = new ArrayList<>();
    Runner.Events page;
    do {
      page = Waiting.await(member.ask(user, Runner.SINCE, new Runner.Since(run, Optional.empty(), events.size())));
      page.groups().forEach(group -> events.addAll(group.events()));
    } while (page.more());
    return events;
  }

  @Test
  void answersWithTheOutputsAndKeepsEveryEventWithoutGaps() {
    UUID spell = shelf.put(ann, "twice", Graphs.repeat(2));

    UUID run = run(ann, start(spell, "ab"));
    RunView view = end(ann, run);

    assertEquals(RunStatus.COMPLETED, view.status());
    assertEquals(Map.of("Output", Wire.read("\"abab\"", JsonNode.class)), view.outputs().orElseThrow());
    List<RunEvent> events = events(ann, run);
    assertEquals(IntStream.rangeClosed(1, events.size()).mapToObj(Long::valueOf).toList(),
        events.stream().map(RunEvent::seq).toList());
    assertTrue(events.getFirst() instanceof RunEvent.Started);
    assertTrue(events.getLast() instanceof RunEvent.Completed);
    assertEquals(8, events.size());
  }

  @Test
  void countsWhatIsDurable() {
    UUID spell = shelf.put(ann, "counted", Graphs.repeat(2));

    end(ann, run(ann, start(spell, "ab")));

    String counts = member.member().metrics().text();
    for (String line : List.of("spellmesh_runs_started_total 1.0",
        "spellmesh_runs_ended_total{status=\"completed\"} 1.0",
        "spellmesh_runs_ended_total{status=\"failed\"} 0.0", "spellmesh_steps_ended_total{outcome=\"completed\"} 3.0",
        "spellmesh_runs_starting 0.0", "spellmesh_journal_waiting 0.0", "spellmesh_lease_lost_total 0.0")) {
      assertTrue(counts.contains("\n" + line + "\n"), line + " is not in " + counts);
    }
    assertTrue(counts.matches("(?s).*\nspellmesh_lease_renewals_total [1-9].*"), counts);
    assertTrue(counts.matches("(?s).*\nspellmesh_journal_batches_seconds_count [1-9].*"), counts);
  }

  @Test
  void publishesToItsUserExactlyWhatTheJournalKeeps() {
    UUID spell = shelf.put(ann, "held", Graphs.held("published"));
    ConcurrentLinkedQueue<RunGroup> heard = new ConcurrentLinkedQueue<>();
    Promise<Void> last = Promise.promise();
    Waiting.await(member.vertx().eventBus().<JsonObject>consumer(Addresses.spellOf(ann, spell), message -> {
      RunGroup group = Wire.read(message.body(), RunGroup.class);
      heard.add(group);
      if (group.events().getLast().isFinal()) {
        last.complete();
      }
    }).completion());

    UUID run = run(ann, start(spell, "x"));
    HeldNode.entered("published").join();
    HeldNode.gate("published").complete("free");
    Waiting.await(last.future());

    Runner.Events kept = Waiting.await(member.ask(ann, Runner.SINCE, new Runner.Since(run, Optional.empty(), 0)));
    assertEquals(kept.groups(), List.copyOf(heard));
    assertTrue(heard.size() > 1, "a run that waits has more than one group");
  }

  @Test
  void keepsUsersApartOnEveryOperation() {
    UUID spell = shelf.put(ann, "twice", Graphs.repeat(2));
    UUID run = run(ann, start(spell, "ab"));
    end(ann, run);
    UUID nobodys = UUID.randomUUID();

    assertEquals(FailureCode.NOT_FOUND, refusal(bob, start(spell, "ab")).code());
    for (UUID id : List.of(run, nobodys)) {
      String unknown = "no run " + id;
      for (var ask : List.of(Runner.GET, Runner.AWAIT, Runner.CANCEL)) {
        Failure failure = assertThrows(Failure.class,
            () -> Waiting.await(member.ask(bob, ask, new Runner.Which(id))));
        assertEquals(FailureCode.NOT_FOUND, failure.code());
        assertEquals(unknown, failure.getMessage());
      }
      Failure failure = assertThrows(Failure.class, () -> Waiting.await(
          member.ask(bob, Runner.SINCE, new Runner.Since(id, Optional.empty(), 0))));
      assertEquals(unknown, failure.getMessage());
    }
    assertEquals(List.of(), Waiting.await(member.ask(bob, Runner.LIST,
        new Runner.Runs(Optional.empty(), Page.first()))).items());
  }

  @Test
  void takesARunIdThatAnotherUserHas() {
    UUID annsSpell = shelf.put(ann, "held", Graphs.held("same id"));
    UUID bobsSpell = shelf.put(bob, "twice", Graphs.repeat(2));
    String large = "x".repeat(20_000);
    UUID run = UUID.randomUUID();
    Waiting.await(member.ask(ann, Runner.START, withId(run, annsSpell, "anns")));
    HeldNode.entered("same id").join();

    assertEquals(new Runner.Started(run, false),
        Waiting.await(member.ask(bob, Runner.START, withId(run, bobsSpell, large))));
    RunView bobs = end(bob, run);
    assertEquals(RunStatus.RUNNING, Waiting.await(member.ask(ann, Runner.GET, new Runner.Which(run))).status());
    HeldNode.gate("same id").complete("y".repeat(20_000));
    RunView anns = end(ann, run);

    assertEquals(RunStatus.COMPLETED, bobs.status());
    assertEquals(RunStatus.COMPLETED, anns.status());
    assertEquals(large + large, valueOf(bob, bobs));
    assertEquals("y".repeat(20_000), valueOf(ann, anns));
    assertFalse(events(ann, run).toString().contains("xxxx"));
    assertFalse(events(bob, run).toString().contains("yyyy"));
    String annsRef = anns.outputs().orElseThrow().get("Output").path("$ref").asText();
    assertThrows(Failure.class, () -> Waiting.await(
        member.ask(bob, Runner.VALUE, new Runner.ValueOf(run, annsRef))));
  }

  private static Runner.Start withId(UUID run, UUID spell, String input) {
    return new Runner.Start(Optional.of(run), spell, start(spell, input).inputs(), Optional.empty(),
        Optional.empty());
  }

  private String valueOf(UUID user, RunView view) {
    String ref = view.outputs().orElseThrow().get("Output").path("$ref").asText();
    return Waiting.await(member.ask(user, Runner.VALUE, new Runner.ValueOf(view.id(), ref))).value().asText();
  }

  @Test
  void startsOneRunForOneIdOrKey() {
    UUID spell = shelf.put(ann, "twice", Graphs.repeat(2));
    UUID chosen = UUID.randomUUID();
    Runner.Start first = new Runner.Start(Optional.of(chosen), spell, start(spell, "ab").inputs(),
        Optional.of("key-0001"), Optional.empty());

    assertEquals(new Runner.Started(chosen, false), Waiting.await(member.ask(ann, Runner.START, first)));
    assertEquals(new Runner.Started(chosen, true), Waiting.await(member.ask(ann, Runner.START, first)));
    Runner.Start sameKey = new Runner.Start(Optional.empty(), spell, first.inputs(), first.idempotencyKey(),
        Optional.empty());
    assertEquals(new Runner.Started(chosen, true), Waiting.await(member.ask(ann, Runner.START, sameKey)));

    Runner.Start otherBody = new Runner.Start(Optional.of(chosen), spell, start(spell, "other").inputs(),
        Optional.empty(), Optional.empty());
    assertEquals(FailureCode.CONFLICT, refusal(ann, otherBody).code());
    end(ann, chosen);
    assertEquals(1, Waiting.await(member.ask(ann, Runner.LIST,
        new Runner.Runs(Optional.of(spell), Page.first()))).items().size());
  }

  @Test
  void startsOneRunForRequestsAtOnce() {
    UUID spell = shelf.put(ann, "twice", Graphs.repeat(2));
    Runner.Start start = new Runner.Start(Optional.empty(), spell, start(spell, "ab").inputs(),
        Optional.of("at-once-1"), Optional.empty());
    List<Future<Runner.Started>> asked =
        IntStream.range(0, 3).mapToObj(i -> member.ask(ann, Runner.START, start)).toList();

    Set<UUID> runs = asked.stream().map(Waiting::await).map(Runner.Started::run)
        .collect(Collectors.toSet());

    assertEquals(1, runs.size());
    assertEquals(RunStatus.COMPLETED, end(ann, runs.iterator().next()).status());
  }

  @Test
  void cancelsARunThatWaitsAndLeavesOneThatHasEndedAsItIs() {
    UUID spell = shelf.put(ann, "held", Graphs.held("cancelled"));
    UUID run = run(ann, start(spell, "x"));
    HeldNode.entered("cancelled").join();

    RunView cancelled = Waiting.await(member.ask(ann, Runner.CANCEL, new Runner.Which(run)));
    RunView again = Waiting.await(member.ask(ann, Runner.CANCEL, new Runner.Which(run)));

    assertEquals(RunStatus.CANCELLED, cancelled.status());
    assertEquals(cancelled, again);
    assertTrue(events(ann, run).getLast() instanceof RunEvent.Cancelled);
  }

  @Test
  void refusesMoreRunsThanAUserMayHaveAndTakesThemWhenOneHasEnded() {
    UUID spell = shelf.put(ann, "held", Graphs.held("many"));
    List<UUID> runs = IntStream.range(0, 3).mapToObj(i -> run(ann, start(spell, "x" + i))).toList();

    Failure refused = refusal(ann, start(spell, "one too many"));
    assertEquals(FailureCode.TOO_MANY, refused.code());
    assertTrue(refused.retryAfter().isPresent());
    UUID bobs = shelf.put(bob, "twice", Graphs.repeat(2));
    assertEquals(RunStatus.COMPLETED, end(bob, run(bob, start(bobs, "ab"))).status());

    HeldNode.gate("many").complete("free");
    runs.forEach(run -> assertEquals(RunStatus.COMPLETED, end(ann, run).status()));
    assertEquals(RunStatus.COMPLETED, end(ann, run(ann, start(spell, "now"))).status());
  }

  @Test
  void undeploysTheRunnerOfEveryRunThatHasEnded() {
    Set<String> before = Set.copyOf(member.vertx().deploymentIDs());
    UUID spell = shelf.put(ann, "twice", Graphs.repeat(2));
    for (int i = 0; i < 10; i++) {
      end(ann, run(ann, start(spell, "ab")));
      assertThrows(Failure.class, () -> run(ann, new Runner.Start(Optional.empty(), spell,
          Wire.read("{\"Nobody\":1}", ObjectNode.class), Optional.empty(), Optional.empty())));
    }

    Waiting.until(() -> Set.copyOf(member.vertx().deploymentIDs()).equals(before));
  }

  @Test
  void keepsLargeValuesBesideTheEvents() {
    UUID spell = shelf.put(ann, "large", Graphs.repeat(5000));

    UUID run = run(ann, start(spell, "0123456789"));
    RunView view = end(ann, run);

    JsonNode reference = view.outputs().orElseThrow().get("Output");
    assertEquals(50_002, reference.path("bytes").asInt());
    assertFalse(reference.path("preview").asText().isEmpty());
    Runner.Value value = Waiting.await(member.ask(ann, Runner.VALUE,
        new Runner.ValueOf(run, reference.path("$ref").asText())));
    assertEquals("0123456789".repeat(5000), value.value().asText());
    Failure bobs = assertThrows(Failure.class, () -> Waiting.await(member.ask(bob, Runner.VALUE,
        new Runner.ValueOf(run, reference.path("$ref").asText()))));
    assertEquals(FailureCode.NOT_FOUND, bobs.code());
  }

  @Test
  void tellsEveryMistakeOfASpellThatCannotStart() {
    UUID spell = shelf.put(ann, "twice", Graphs.repeat(2));
    Failure failure = refusal(ann, new Runner.Start(Optional.empty(), spell,
        Wire.read("{\"Wrong\":1,\"Other\":2}", ObjectNode.class), Optional.empty(), Optional.empty()));

    assertEquals(FailureCode.UNPROCESSABLE, failure.code());
    assertEquals(2, failure.mistakes().size());
    assertTrue(failure.getMessage().contains("'Input'"), failure.getMessage());
  }

  @Test
  void writesNothingMoreForARunThatAnotherOwnerHasTaken() {
    UUID spell = shelf.put(ann, "held", Graphs.held("taken"));
    UUID run = run(ann, start(spell, "x"));
    HeldNode.entered("taken").join();
    List<RunEvent> before = events(ann, run);
    Waiting.await(member.member().database().pool()
        .query("UPDATE runner.run SET fence = fence + 1, owner = 'another' WHERE id = '" + run + "'").execute());

    HeldNode.gate("taken").complete("too late");
    Waiting.until(() -> member.vertx().deploymentIDs().size() == 1);

    assertEquals(before, events(ann, run));
    assertEquals(RunStatus.RUNNING,
        Waiting.await(member.ask(ann, Runner.GET, new Runner.Which(run))).status());
  }

  @Test
  void marksTheRunsOfAProcessThatIsGoneAsInterrupted() {
    UUID spell = shelf.put(ann, "held", Graphs.held("orphan"));
    UUID run = run(ann, start(spell, "x"));
    HeldNode.entered("orphan").join();
    long tail = events(ann, run).size();
    Waiting.await(member.member().database().pool()
        .query("UPDATE runner.run SET owner = 'gone' WHERE id = '" + run + "'").execute());

    Waiting.until(() -> Waiting.await(member.ask(ann, Runner.GET, new Runner.Which(run))).status()
        == RunStatus.INTERRUPTED);

    List<RunEvent> events = events(ann, run);
    assertEquals(tail + 1, events.getLast().seq());
    assertTrue(events.getLast() instanceof RunEvent.Interrupted);
    HeldNode.gate("orphan").complete("too late");
    Waiting.until(() -> member.vertx().deploymentIDs().size() == 1);
    assertEquals(events, events(ann, run));
  }

  @Test
  void whatCameBeforeAnyNumberAndWhatIsAskedForAfterItAreTheWhole() {
    UUID spell = shelf.put(ann, "held", Graphs.held("whole"));
    UUID run = run(ann, start(spell, "x"));
    HeldNode.entered("whole").join();
    HeldNode.gate("whole").complete("free");
    end(ann, run);
    List<RunEvent> whole = events(ann, run);

    for (int n = 0; n <= whole.size(); n++) {
      long seen = n;
      List<RunEvent> folded = new ArrayList<>(whole.subList(0, n));
      Waiting.await(member.ask(ann, Runner.SINCE, new Runner.Since(run, Optional.of(1), n))).groups().stream()
          .flatMap(group -> group.events().stream()).filter(event -> event.seq() > seen).forEach(folded::add);
      assertEquals(whole, folded, "after " + n);
    }
  }

  @Test
  void asksForAResetWhereTheAskerKnowsMoreThanThereIs() {
    UUID spell = shelf.put(ann, "twice", Graphs.repeat(2));
    UUID run = run(ann, start(spell, "ab"));
    end(ann, run);

    assertTrue(Waiting.await(member.ask(ann, Runner.SINCE,
        new Runner.Since(run, Optional.empty(), 1000))).reset());
    assertTrue(Waiting.await(member.ask(ann, Runner.SINCE,
        new Runner.Since(run, Optional.of(7), 0))).reset());
  }
}
