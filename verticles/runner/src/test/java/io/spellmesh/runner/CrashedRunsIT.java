package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Runs whose process is gone, of spells that say what is to become of them. */
class CrashedRunsIT {
  @AutoClose
  private final TestMember member = TestMember.start();

  private final UUID ann = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));

  CrashedRunsIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
  }

  private static String resuming(String graph) {
    return graph.replaceFirst("\\{", "{\"onCrash\":\"resume\",");
  }

  private UUID start(String graph) {
    return Waiting.await(member.ask(ann, Runner.START, new Runner.Start(Optional.empty(), shelf.put(ann, "s", graph),
        Wire.read("{\"Input\":\"ab\"}", ObjectNode.class), Optional.empty(), Optional.empty()))).run();
  }

  private RunView view(UUID run) {
    return Waiting.await(member.ask(ann, Runner.GET, new Runner.Which(run)));
  }

  private List<RunEvent> events(UUID run) {
    List<RunEvent> events = new ArrayList<>();
    Waiting.await(member.ask(ann, Runner.SINCE, new Runner.Since(run, Optional.empty(), 0))).groups()
        .forEach(group -> events.addAll(group.events()));
    return events;
  }

  private List<String> kinds(UUID run) {
    return events(run).stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  /** Its process is gone, and the one that runs it here writes nothing more. */
  private void crash(UUID run) {
    Waiting.await(member.member().database().pool().query(
        "UPDATE runner.run SET owner = 'gone', fence = fence + 1 WHERE id = '" + run + "'").execute());
  }

  @Test
  void goesOnByItselfWithWhatWasRecorded() {
    UUID run = start(resuming(Graphs.held("crash-held")));
    HeldNode.entered("crash-held").join();
    crash(run);
    Waiting.until(() -> kinds(run).contains("Resumed"));

    HeldNode.gate("crash-held").complete("open");

    Waiting.until(() -> view(run).status() == RunStatus.COMPLETED);
    assertEquals(Map.of("Output", TextNode.valueOf("open")), view(run).outputs().orElseThrow());
    assertEquals(List.of("Interrupted", "Resumed"), kinds(run).stream().filter(kind -> kind.equals("Interrupted")
        || kind.equals("Resumed")).toList());
    // What had completed before is not told again.
    assertEquals(1, events(run).stream().filter(event -> event instanceof RunEvent.NodeCompleted done
        && done.step().equals("1")).count());
  }

  @Test
  void staysInterruptedWhereTheSpellSaysNothing() {
    UUID run = start(Graphs.held("crash-plain"));
    UUID other = start(resuming(Graphs.held("crash-after")));
    HeldNode.entered("crash-plain").join();
    HeldNode.entered("crash-after").join();
    crash(run);
    crash(other);
    Waiting.until(() -> kinds(other).contains("Resumed"));

    assertEquals(RunStatus.INTERRUPTED, view(run).status());
    HeldNode.gate("crash-plain").complete("open");
    HeldNode.gate("crash-after").complete("open");
    Waiting.until(() -> view(other).status() == RunStatus.COMPLETED);
  }

  @Test
  void leavesTheChoiceWhereAStepMayDoHarm() {
    UUID run = start(resuming(Graphs.harmful("crash-harm")));
    HeldNode.entered("crash-harm").join();

    crash(run);

    Waiting.until(() -> events(run).getLast() instanceof RunEvent.Interrupted interrupted
        && !interrupted.undecided().isEmpty());
    RunEvent.Interrupted left = (RunEvent.Interrupted) events(run).getLast();
    assertEquals(List.of("2"), left.undecided());
    assertEquals("these steps were under way and may do harm when they run again: '2' (test-harmful); name those in "
        + "'again' that are to", left.reason());
    assertEquals(RunStatus.INTERRUPTED, view(run).status());
    HeldNode.gate("crash-harm").complete("open");
    Waiting.await(member.ask(ann, Runner.RESUME, new Runner.Resume(run, Optional.of(List.of("2")))));
    Waiting.until(() -> view(run).status() == RunStatus.COMPLETED);
  }

  @Test
  void doesNotGoOnForEver() {
    UUID run = start(resuming(Graphs.held("crash-poison")));
    HeldNode.entered("crash-poison").join();
    for (int i = 1; i <= 3; i++) {
      int times = i;
      crash(run);
      Waiting.until(() -> kinds(run).stream().filter("Resumed"::equals).count() == times
          && view(run).status() == RunStatus.RUNNING);
    }

    crash(run);

    Waiting.until(() -> events(run).getLast() instanceof RunEvent.Interrupted last
        && last.reason().equals("its process was gone 4 times while it ran"));
    assertEquals(RunStatus.INTERRUPTED, view(run).status());
    HeldNode.gate("crash-poison").complete("open");
  }

  @Test
  void saysThatASpellWantsSomethingElse() {
    Failure refused = assertThrows(Failure.class,
        () -> start(Graphs.repeat(1).replaceFirst("\\{", "{\"onCrash\":\"ignore\",")));

    assertTrue(refused.getMessage().contains("onCrash is \"ignore\", must be 'interrupt' or 'resume'"),
        refused.getMessage());
  }
}
