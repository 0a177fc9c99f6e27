package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Code in runs: what it gives, shows and costs the others. */
class CodeIT {
  private static final String ENDLESS = "() => { console.log('in'); while (true); }";

  @AutoClose
  private final TestMember member = TestMember.start(Map.of("code.threads", "2", "code.time", "10m",
      "users.max-live-runs", "200"));

  private final UUID ann = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));

  CodeIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
  }

  private UUID spell(UUID owner, String source) {
    return shelf.put(owner, "code",
        Graphs.through("Code", "{\"code\":" + Wire.text(source) + "}", "input", "output"));
  }

  private UUID start(UUID user, UUID spell, String input) {
    return Waiting.await(member.ask(user, Runner.START, new Runner.Start(Optional.empty(), spell,
        Wire.read("{\"Input\":" + input + "}", ObjectNode.class), Optional.empty(), Optional.empty()))).run();
  }

  private RunView end(UUID user, UUID run) {
    RunView view;
    do {
      view = Waiting.await(member.ask(user, Runner.AWAIT, new Runner.Which(run)));
    } while (view.status() == RunStatus.RUNNING);
    return view;
  }

  private List<RunEvent> events(UUID user, UUID run) {
    return Waiting.await(member.ask(user, Runner.SINCE, new Runner.Since(run, Optional.empty(), 0))).groups()
        .stream().flatMap(group -> group.events().stream()).toList();
  }

  private void untilItRuns(UUID user, UUID run) {
    Waiting.until(() -> events(user, run).stream().anyMatch(RunEvent.NodeLog.class::isInstance));
  }

  @Test
  void givesItsOutputsAndShowsWhatItLogs() {
    UUID run = start(ann, spell(ann, "({ input }) => { console.log('got', input); return { output: input.n + 1 } }"),
        "{\"n\":41}");

    assertEquals(Map.of("Output", Wire.read("42", JsonNode.class)), end(ann, run).outputs().orElseThrow());
    assertEquals(List.of("info got {\"n\":41}"), events(ann, run).stream()
        .filter(RunEvent.NodeLog.class::isInstance).map(RunEvent.NodeLog.class::cast)
        .map(line -> line.level() + " " + line.text()).toList());
  }

  @Test
  void namesTheNodeAndTheLineOfAnError() {
    RunView view = end(ann, start(ann, spell(ann, "() => {\n  throw new Error('boom')\n}"), "1"));

    assertEquals(RunStatus.FAILED, view.status());
    assertEquals("Code 2: near line 2: Error: boom", view.error().orElseThrow().message());
    assertEquals(FailureCode.UNPROCESSABLE, view.error().orElseThrow().code());
  }

  @Test
  void stopsWithItsRunAndWithItsNodesTime() {
    UUID run = start(ann, spell(ann, ENDLESS), "1");
    untilItRuns(ann, run);
    Waiting.await(member.ask(ann, Runner.CANCEL, new Runner.Which(run)));
    assertEquals(RunStatus.CANCELLED, end(ann, run).status());
    UUID timed = start(ann, shelf.put(ann, "timed", Graphs.through("Code",
        "{\"timeout\":0.5,\"code\":" + Wire.text(ENDLESS) + "}", "input", "output")), "1");
    assertEquals("Code 2: took longer than 0.5 s", end(ann, timed).error().orElseThrow().message());

    // Both threads would be taken if either call went on.
    List<UUID> others = IntStream.range(0, 4).mapToObj(i -> start(ann, spell(ann, "() => ({ output: 1 })"), "1"))
        .toList();
    others.forEach(other -> assertEquals(RunStatus.COMPLETED, end(ann, other).status()));
  }

  @Test
  void whatComputesHoldsUpNobodyWhoDoesNot() {
    List<UUID> endless = IntStream.range(0, 2).mapToObj(i -> start(ann, spell(ann, ENDLESS), "1")).toList();
    endless.forEach(run -> untilItRuns(ann, run));

    for (int i = 0; i < 20; i++) {
      UUID other = shelf.put(bob, "twice", Graphs.repeat(2));
      assertEquals(RunStatus.COMPLETED, end(bob, start(bob, other, "\"ab\"")).status());
    }
    endless.forEach(run -> Waiting.await(member.ask(ann, Runner.CANCEL, new Runner.Which(run))));
  }

  @Test
  void aHundredAtOnceAllEnd() {
    UUID spell = spell(ann, "({ input }) => { for (let i = 0; i < 2000; i++); return { output: input * 2 } }");
    List<UUID> runs = IntStream.range(0, 100).mapToObj(i -> start(ann, spell, String.valueOf(i))).toList();

    for (int i = 0; i < runs.size(); i++) {
      assertEquals(String.valueOf(2 * i), end(ann, runs.get(i)).outputs().orElseThrow().get("Output").toString());
    }
    assertTrue(member.vertx().deploymentIDs().size() < 10, "the runners have left");
  }
}
