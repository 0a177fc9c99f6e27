package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Sample;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.plan.NodeCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatienceTest {
  private final Drawing drawing = new Drawing();
  private final String start = drawing.add("Trigger In");
  private final List<String> keys = new ArrayList<>();

  @Test
  void endsABodyThatTakesTooLong() {
    drawing.then(start, drawing.add("Forever"));
    drawing.data("2").put("timeout", "2.5");

    Heard heard = play(waiting(Effect.PURE));

    assertEquals(FailureCode.TIMED_OUT, heard.error().code());
    assertEquals("Forever 2: took longer than 2.5 s", heard.error().message());
    assertEquals(2500, ((RunEvent.Failed) heard.last()).ms());
  }

  @Test
  void waitsAsLongAsIsUsualWhereTheNodeSaysNothing() {
    drawing.then(start, drawing.add("Forever"));

    assertEquals("Forever 2: took longer than 120 s", play(waiting(Effect.PURE)).error().message());
  }

  @Test
  void firesTheErrorOfABodyThatTakesTooLong() {
    drawing.then(start, drawing.add("Forever"));
    drawing.wire("2", "error", drawing.add("Output", "out"), "trigger").wire("2", "message", "3", "input");

    assertEquals("\"Forever 2: took longer than 120 s\"", play(waiting(Effect.UNSAFE)).output());
  }

  @ParameterizedTest
  @EnumSource(value = Effect.class, names = {"PURE", "READ", "IDEMPOTENT"})
  void triesAgainAfterWaitsThatDouble(Effect effect) {
    drawing.then(start, drawing.add("Stubborn"));
    drawing.data("2").put("retries", 3).put("backoff", 0.5);

    Heard heard = play(failing(effect));

    assertEquals(List.of(500L, 1000L, 2000L), heard.all(RunEvent.NodeFailed.class)
        .flatMap(failed -> failed.retryMs().stream()).toList());
    assertEquals(3500, ((RunEvent.Failed) heard.last()).ms());
    assertEquals(List.of("2", "2", "2", "2"), heard.started().subList(1, 5));
    assertEquals(List.of("run/2", "run/2", "run/2", "run/2"), keys);
  }

  @Test
  void goesOnWhenAnotherAttemptSucceeds() {
    NodeType second = Samples.type(NodeSpec.of("second", "Second").out(Samples.TRIGGER).waits(), run -> {
      keys.add(run.key());
      if (keys.size() == 1) {
        throw new NodeFailure("not yet");
      }
    }, run -> Result.nothing());
    drawing.then(start, drawing.add("Second")).then("2", drawing.add("Mix"));
    drawing.data("2").put("retries", "1");

    Heard heard = play(second);

    assertEquals(List.of("1", "2", "2", "3"), heard.started());
    assertEquals(2, heard.all(RunEvent.NodeCompleted.class).filter(done -> done.step().equals("2"))
        .findFirst()
        .orElseThrow().attempt().orElseThrow());
  }

  @Test
  void triesABodyAgainThatTookTooLongAndDoesNotHearTheFirstAnyMore() {
    List<CompletableFuture<String>> asked = new ArrayList<>();
    NodeType slow = Samples.type(NodeSpec.of("asks", "Asks").out(Samples.OUTPUT).waits(), run -> {}, run -> {
      CompletableFuture<String> answer = new CompletableFuture<>();
      asked.add(answer);
      if (asked.size() == 2) {
        answer.complete("second");
        asked.getFirst().complete("first");
      }
      run.await(answer);
      return Result.nothing();
    });
    drawing.then(start, drawing.add("Asks"));
    drawing.data("2").put("retries", 1).put("timeout", 1);

    Heard heard = play(slow);

    assertTrue(heard.last() instanceof RunEvent.Completed);
    assertEquals(2, asked.size());
  }

  @Test
  void endsASpellThatTakesTooLongWithAllThatItRuns() {
    String spell = drawing.add("Spell");
    drawing.then(start, spell).socket(spell, "outputs", "error", "error", true)
        .wire(spell, "error", drawing.add("Output", "out"), "trigger").wire(spell, "message", "3", "input")
        .data(spell).put("spell", "child").put("timeout", 2);
    Drawing child = new Drawing();
    child.then(child.add("Trigger In"), child.add("Forever"));
    NodeCatalog catalog = Samples.with(waiting(Effect.PURE));
    Linker linker = new Linker("root", "root", Stage.plan(drawing, catalog));
    linker.missing().forEach(missing -> linker.found(missing, "c", "child", Stage.plan(child, catalog)));
    SeededHost host = new SeededHost(1);

    Heard heard = Stage.play(linker.link(), Stage.json("{}"), RunSettings.USUAL, host);

    assertEquals("\"Spell 2: took longer than 2 s\"", heard.output());
    assertEquals(SeededHost.BEGIN.plusSeconds(2), host.now());
    assertEquals(0, host.forksUnderWay() + host.left());
  }

  @Test
  void endsALoopThatTakesTooLongWithAllItsRounds() {
    String loop = drawing.add("For Each");
    drawing.then(start, loop).socket(loop, "outputs", "error", "error", true)
        .wire(loop, "each", drawing.add("Forever"), "trigger")
        .wire(loop, "error", drawing.add("Output", "out"), "trigger").wire(loop, "message", "4", "input")
        .wire(loop, "done", drawing.add("Mix"), "trigger")
        .data(loop).put("count", 3).put("concurrency", 2).put("timeout", "0.5");

    Heard heard = play(waiting(Effect.PURE));

    assertEquals("\"For Each 2: took longer than 0.5 s\"", heard.output());
    assertTrue(!heard.started().contains("5"));
  }

  @Test
  void forgetsTheTimeOfALoopThatEndsInTime() {
    String loop = drawing.add("For Each");
    drawing.then(start, loop).wire(loop, "done", drawing.add("Forever"), "trigger")
        .data(loop).put("count", 1).put("timeout", 1);

    assertEquals("Forever 3: took longer than 120 s", play(waiting(Effect.PURE)).error().message());
  }

  @Test
  void neverTriesAgainWhatMayDoHarm() {
    drawing.then(start, drawing.add("Stubborn"));
    drawing.data("2").put("retries", 3);

    assertEquals(1, play(failing(Effect.UNSAFE)).all(RunEvent.NodeFailed.class).count());
    assertEquals(1, keys.size());
  }

  @Test
  void doesNotRunTheBodyOfAnEntryWhoseValueIsRefused() {
    String entry = drawing.add("Input", "x");
    drawing.data(entry).put("retries", 1).put("defaultValue", "too long".repeat(100));
    drawing.then(start, drawing.add("Mix")).wire(entry, "output", "3", "in");
    RunSettings settings = RunSettings.USUAL.with(new Limits(100, Duration.ofMinutes(1), 1 << 20, 500,
        Duration.ofSeconds(1)));

    Heard heard = Stage.play(Program.of(Stage.plan(drawing, Samples.with())), Stage.json("{}"), settings,
        new SeededHost(0));

    assertEquals("Input 2 'x': gave 802 bytes at 'output', at most 500 are allowed", heard.error().message());
    assertEquals(1, heard.all(RunEvent.NodeFailed.class).count());
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void beginsABodyThatChangesTheWorldOnlyWhenItsStartIsSafe(Effect effect) {
    drawing.then(start, drawing.add("Stubborn"));
    SeededHost host = new SeededHost(0);
    Heard heard = new Heard();
    Run run = new Run("run", Program.of(Stage.plan(drawing, Samples.with(failing(effect)))), Stage.json("{}"),
        RunSettings.USUAL, host, heard);
    host.post(run::start);

    boolean mustWait = Set.of(Effect.UNSAFE, Effect.IDEMPOTENT).contains(effect);
    host.step();
    assertEquals(mustWait ? 1 : 0, host.commitsAwaited());
    assertEquals(mustWait ? List.of() : List.of("run/2"), keys);
    assertTrue(heard.started().contains("2"));

    host.settle();
    assertEquals(List.of("run/2"), keys);
  }

  private Heard play(NodeType type) {
    NodeCatalog catalog = Samples.with(type);
    return Stage.play(drawing, catalog);
  }

  private static NodeType waiting(Effect effect) {
    return new Sample(NodeSpec.of("forever", "Forever").out(Samples.TRIGGER, Samples.ERROR).effect(effect)
        .waits()
        .build(), run -> run.await(new CompletableFuture<Result>()));
  }

  private NodeType failing(Effect effect) {
    return new Sample(NodeSpec.of("stubborn", "Stubborn").effect(effect).build(), run -> {
      keys.add(run.key());
      throw new NodeFailure("no");
    });
  }
}
