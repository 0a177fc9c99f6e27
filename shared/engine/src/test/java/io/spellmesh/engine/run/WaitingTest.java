package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Failure;
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
import io.spellmesh.engine.node.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WaitingTest {
  private static final JsonNode YES = TextNode.valueOf("yes");

  private final List<String> bodies = new ArrayList<>();
  private final CompletableFuture<Result> world = new CompletableFuture<>();
  private final NodeType ask = type("ask", false, run -> {
    bodies.add(run.key() + run.answer().map(answer -> "=" + answer.asText()).orElse(""));
    Optional<JsonNode> answer = run.answer();
    return answer.filter(said -> !said.asText().equals("no")).map(said -> Result.of(Samples.OUTPUT, said))
        .orElseGet(() -> Result.waiting(new Waiting.Person(TextNode.valueOf(
            answer.map(said -> "not '" + said.asText() + "'").orElse("well?")))));
  });
  private final NodeType sleep = type("sleep", true, run -> run.answer().isPresent()
      ? Result.of(Samples.OUTPUT, run.answer().get())
      : Result.waiting(new Waiting.Until(SeededHost.BEGIN.plusSeconds(run.data().path("seconds").asInt()))));
  private final NodeType outside = type("outside", true, run -> run.await(world));
  private final NodeType harm = new Sample(NodeSpec.of("harm", "Harm").in(Samples.TRIGGER_IN)
      .out(Samples.OUTPUT, Samples.TRIGGER, Samples.ERROR).effect(Effect.UNSAFE).build(), run -> {
        bodies.add("harm");
        throw new NodeFailure("it hurt");
      });

  private final Drawing drawing = new Drawing();
  private final String start = drawing.add("Trigger In", "go");
  private final Heard heard = new Heard();
  private final List<Optional<Instant>> parked = new ArrayList<>();
  private final List<Long> took = new ArrayList<>();
  private SeededHost host = new SeededHost(1);

  private static NodeType type(String name, boolean waits, Sample.Behaviour body) {
    NodeSpec.Builder spec = NodeSpec.of(name, Character.toUpperCase(name.charAt(0)) + name.substring(1))
        .in(Samples.TRIGGER_IN).out(Samples.OUTPUT, Samples.TRIGGER, Samples.ERROR);
    return Samples.type(waits ? spec.waits() : spec, run -> { }, body);
  }

  private Run part(RunSettings settings) {
    Run run = new Run("run", Program.of(Stage.plan(drawing, Samples.with(ask, sleep, outside, harm))),
        Stage.json("{}"), settings, host, new RunListener() {
          @Override
          public void on(RunEvent event) {
            heard.on(event);
          }

          @Override
          public void parked(Optional<Instant> until, long ms) {
            parked.add(until);
            took.add(ms);
          }
        });
    host.post(run::start);
    host.settle();
    return run;
  }

  private Run next(Duration later, Map<String, JsonNode> answers) {
    host = new SeededHost(1, host.now().plus(later));
    return part(RunSettings.USUAL.after(History.of(heard.events()), answers));
  }

  private String node(String type, String after) {
    String id = drawing.add(type);
    drawing.then(after, id);
    return id;
  }

  private void output(String from) {
    String output = drawing.add("Output", "out");
    drawing.then(from, output).give(from, output);
  }

  @Test
  void parksWhenAPersonIsAllItWaitsForAndGoesOnWithTheAnswer() {
    String asked = node("Ask", start);
    output(asked);

    Run first = part(RunSettings.USUAL);
    assertTrue(first.isParked());
    assertEquals(List.of(Optional.empty()), parked);
    assertEquals(0, host.left());
    RunEvent.NodeWaiting waiting = assertInstanceOf(RunEvent.NodeWaiting.class, heard.last());
    assertEquals(Optional.of(TextNode.valueOf("well?")), waiting.question());
    assertEquals("person", waiting.reason());

    next(Duration.ofDays(3), Map.of(asked, YES));

    assertEquals("\"yes\"", heard.inOrder().output());
    assertEquals(List.of("run/2", "run/2=yes"), bodies);
  }

  @Test
  void asksAgainIfTheAnswerWillNotDo() {
    String asked = node("Ask", start);
    output(asked);
    part(RunSettings.USUAL);

    next(Duration.ZERO, Map.of(asked, TextNode.valueOf("no")));
    assertEquals(Optional.of(TextNode.valueOf("not 'no'")), heard.waiting().getFirst().question());
    next(Duration.ZERO, Map.of(asked, YES));

    assertEquals("\"yes\"", heard.inOrder().output());
    assertEquals(List.of("run/2", "run/2=no", "run/2=yes"), bodies);
  }

  @Test
  void isAnsweredWhileOtherThingsGoOn() {
    String asked = node("Ask", start);
    node("Outside", start);
    output(asked);
    Run run = part(RunSettings.USUAL);
    assertFalse(run.isParked());

    run.answer(asked, YES);
    assertEquals(FailureCode.CONFLICT, refusal(run, asked).code());
    world.complete(Result.nothing());
    host.settle();

    assertEquals("\"yes\"", heard.inOrder().output());
    assertEquals(List.of(), parked);
  }

  @Test
  void refusesAnswersThatNobodyWaitsFor() {
    String slept = node("Sleep", start);
    drawing.data(slept).put("seconds", 100);
    String outsideNode = node("Outside", start);
    Run run = part(RunSettings.USUAL);

    assertEquals(FailureCode.NOT_FOUND, refusal(run, "99").code());
    assertEquals(FailureCode.NOT_FOUND, refusal(run, outsideNode).code());
    Failure forATime = refusal(run, slept);
    assertEquals(FailureCode.CONFLICT, forATime.code());
    assertEquals("step '" + slept + "' waits until 2026-11-22T10:01:40Z, and for no answer", forATime.getMessage());
    run.cancel("enough");
    host.settle();
    assertEquals(FailureCode.CONFLICT, refusal(run, slept).code());
    assertEquals(0, host.left());
  }

  private static Failure refusal(Run run, String step) {
    return assertThrows(Failure.class, () -> run.answer(step, YES));
  }

  @Test
  void refusesAnAnswerThatIsTooLarge() {
    String asked = node("Ask", start);
    node("Outside", start);
    Run run = part(RunSettings.USUAL.with(new Limits(100, Duration.ofSeconds(9), 1000, 10, Duration.ofSeconds(9))));

    Failure tooLarge = assertThrows(Failure.class, () -> run.answer(asked, TextNode.valueOf("much too large")));

    assertEquals(FailureCode.BAD_REQUEST, tooLarge.code());
    assertEquals(1, heard.waiting().size());
  }

  @Test
  void staysForAShortTimeAndLeavesForALongOne() {
    String briefly = node("Sleep", start);
    drawing.data(briefly).put("seconds", 9).put("timeout", 1);
    String long1 = node("Sleep", briefly);
    drawing.data(long1).put("seconds", 3600);
    output(long1);

    Run run = part(RunSettings.USUAL);
    assertFalse(run.isOver());
    host.run();

    assertTrue(run.isParked());
    assertEquals(List.of(Optional.of(SeededHost.BEGIN.plusSeconds(3600))), parked);
    assertEquals(List.of(9000L), took);

    next(Duration.ofHours(2), Map.of());
    host.run();

    assertEquals("\"2026-11-22T11:00:00Z\"", heard.inOrder().output());
    assertEquals(9000, ((RunEvent.Completed) heard.last()).ms());
  }

  @Test
  void doesNotCountTheTimeInWhichItIsParked() {
    String briefly = node("Sleep", start);
    drawing.data(briefly).put("seconds", 8);
    String asked = node("Ask", briefly);
    node("Outside", asked);
    Limits tenSeconds = new Limits(100, Duration.ofSeconds(10), 1000, 1000, Duration.ofSeconds(99));
    part(RunSettings.USUAL.with(tenSeconds));
    host.run();
    host = new SeededHost(1, host.now().plus(Duration.ofDays(1)));
    Instant resumed = host.now();

    part(RunSettings.USUAL.with(tenSeconds).after(History.of(heard.events()), Map.of(asked, YES)));
    host.run();

    assertEquals("the run took longer than 10 s, which is the limit", heard.inOrder().error().message());
    assertEquals(resumed.plusSeconds(2), heard.last().at());
    world.complete(Result.nothing());
    host.settle();
  }

  @Test
  void refusesToWaitLongerThanWhatHappenedIsKept() {
    String forever = node("Sleep", start);
    drawing.data(forever).put("seconds", 40 * 24 * 3600);

    part(RunSettings.USUAL);

    assertEquals("Sleep 2: waits until 2027-01-01T10:00:00Z, at most 30 days from now are allowed",
        heard.inOrder().error().message());
  }

  @Test
  void doesNotRunWhatFailedAndWasHandledAgain() {
    String hurt = node("Harm", start);
    String asked = drawing.add("Ask");
    drawing.wire(hurt, "error", asked, "trigger");
    String output = drawing.add("Output", "out");
    drawing.then(asked, output).wire(hurt, "message", output, "input");
    part(RunSettings.USUAL);
    assertEquals(1, parked.size());

    next(Duration.ZERO, Map.of(asked, YES));

    assertEquals("\"Harm 2: it hurt\"", heard.inOrder().output());
    assertEquals(List.of("harm", "run/3", "run/3=yes"), bodies);
  }

  @Test
  void knowsWhichBodiesWereUnderWayWhenItsOwnerDied() {
    String asked = node("Ask", start);
    String away = node("Outside", start);
    part(RunSettings.USUAL);

    History history = History.of(heard.events());

    assertEquals(List.of(away), history.underWay().stream().map(RunEvent.NodeStarted::step).toList());
    history.requireWaiting(asked);
    assertEquals(FailureCode.NOT_FOUND,
        assertThrows(Failure.class, () -> history.requireWaiting(away)).code());
    world.complete(Result.nothing());
    host.settle();
  }

  @Test
  void goesThroughALoopThatWaitsInEachIteration() {
    String loop = node("For Each", start);
    drawing.data(loop).put("count", 3);
    String asked = drawing.add("Ask");
    drawing.wire(loop, "each", asked, "trigger").wire(loop, "element", asked, "input");
    String output = drawing.add("Output", "out");
    drawing.wire(loop, "done", output, "trigger").give(asked, output);
    part(RunSettings.USUAL);

    for (int i = 0; i < 3; i++) {
      assertEquals(List.of(loop + "[" + i + "]/" + asked),
          heard.waiting().stream().map(RunEvent.NodeWaiting::step).toList());
      next(Duration.ofHours(1), Map.of(loop + "[" + i + "]/" + asked, TextNode.valueOf("answer " + i)));
    }

    assertEquals("\"answer 2\"", heard.inOrder().output());
    assertEquals(6, bodies.size());
  }

  @Test
  void givesUpTheWaitOfASpellThatFailed() {
    Drawing child = new Drawing();
    String go = child.add("Trigger In", "go");
    String asked = child.add("Ask");
    String fails = child.add("Outside");
    child.then(go, asked, fails);
    String spell = drawing.add("Spell");
    drawing.data(spell).put("spell", "child");
    drawing.then(start, spell);
    String handler = drawing.add("Ask");
    drawing.wire(spell, "error", handler, "trigger");
    drawing.socket(spell, "outputs", "error", "error", true);
    var catalog = Samples.with(ask, sleep, outside, harm);
    Linker linker = new Linker("root", "root", Stage.plan(drawing, catalog));
    linker.missing().forEach(reference -> linker.found(reference, "child", "child", Stage.plan(child, catalog)));
    Run run = new Run("run", linker.link(), Stage.json("{}"), RunSettings.USUAL, host, heard);
    host.post(run::start);
    host.settle();
    assertEquals(1, heard.waiting().size());

    world.completeExceptionally(new NodeFailure("it broke"));
    host.settle();

    assertTrue(run.isParked(), () -> heard.last().toString());
    assertEquals(FailureCode.CONFLICT, assertThrows(Failure.class,
        () -> History.of(heard.events()).requireWaiting(spell + "/" + asked)).code());
    assertEquals(handler, ((RunEvent.NodeWaiting) heard.last()).step());
    assertEquals(List.of(), History.of(heard.events()).underWay());
    Heard whole = new Heard();
    heard.events().forEach(whole::on);
    SeededHost later = new SeededHost(2, host.now());
    Run rest = new Run("run", linker.link(), Stage.json("{}"),
        RunSettings.USUAL.after(History.of(heard.events()), Map.of(handler, YES)), later, whole);
    later.post(rest::start);
    later.run();

    assertInstanceOf(RunEvent.Completed.class, whole.inOrder().last());
  }
}
