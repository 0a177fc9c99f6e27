package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.NodeCatalog;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopsTest {
  private final Drawing drawing = new Drawing();
  private final String start = drawing.add("Trigger In");
  private final String loop = loopOf(start, "trigger", 3);

  @Test
  void runsWhatHangsOnItOnceForEachElementAndThenFiresDone() {
    String body = drawing.add("Slow");
    String next = drawing.add("Mix");
    String end = drawing.add("Mix");
    drawing.wire(loop, "each", body, "trigger").then(body, next).wire(loop, "done", end, "trigger");

    assertEquals(List.of("1", "2", "2[0]/3", "2[0]/4", "2[1]/3", "2[1]/4", "2[2]/3", "2[2]/4", "5"),
        play().started());
  }

  @ParameterizedTest(name = "schedule {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void hasNoMoreIterationsUnderWayThanItsConcurrencyAllows(long seed) {
    drawing.data(loop).put("count", 40).put("concurrency", 4);
    String body = drawing.add("Slow");
    String next = drawing.add("Slow");
    String end = drawing.add("Mix");
    drawing.wire(loop, "each", body, "trigger").then(body, next).wire(loop, "done", end, "trigger");

    Heard heard = play(seed);

    Set<String> open = new HashSet<>();
    int most = 0;
    for (RunEvent event : heard.events()) {
      if (event instanceof RunEvent.NodeStarted started && started.node().equals(body)) {
        open.add(started.step().replaceAll("/.*", ""));
      }
      if (event instanceof RunEvent.NodeCompleted done && done.node().equals(next)) {
        open.remove(done.step().replaceAll("/.*", ""));
      }
      most = Math.max(most, open.size());
    }
    assertEquals(4, most);
    assertEquals(end, heard.started().getLast());
    assertEquals(83, heard.started().size());
  }

  @Test
  void firesDoneAtOnceForAnEmptyList() {
    drawing.data(loop).put("count", 0);
    String end = drawing.add("Mix");
    String reader = drawing.add("Gather");
    drawing.wire(loop, "each", drawing.add("Mix"), "trigger").wire(loop, "done", end, "trigger")
        .wire(loop, "element", reader, "in").then(end, reader).give(reader, out(end));

    assertEquals("[]", play().output());
  }

  @Test
  void endsTheBranchOfATriggerThatComesBack() {
    String body = drawing.add("Mix");
    String end = drawing.add("Mix");
    drawing.wire(loop, "each", body, "trigger").then(body, loop).wire(loop, "done", end, "trigger");

    assertEquals(List.of("1", "2", "2[0]/3", "2[1]/3", "2[2]/3", "4"), play().started());
  }

  @Test
  void nestsLoopsInOneAnother() {
    String inner = loopOf(loop, "each", 2);
    String body = drawing.add("Gather");
    String innerDone = drawing.add("Mix");
    drawing.wire(inner, "each", body, "trigger").wire(loop, "element", body, "outer")
        .wire(inner, "index", body, "inner").wire(inner, "done", innerDone, "trigger")
        .give(body, out(body));

    Heard heard = play();

    assertEquals("[20,1]", heard.output());
    assertEquals(List.of("1", "2", "2[0]/3", "2[0]/3[0]/4", "2[0]/3[0]/6", "2[0]/3[1]/4", "2[0]/3[1]/6",
        "2[0]/5"), heard.started().stream().limit(8).toList());
  }

  @ParameterizedTest(name = "schedule {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void keepsTheOutputOfTheLastElementWhateverTheSchedule(long seed) {
    drawing.data(loop).put("count", 12).put("concurrency", 12);
    String inner = loopOf(loop, "each", 3);
    drawing.data(inner).put("concurrency", 3);
    String slow = drawing.add("Slow");
    String body = drawing.add("Gather");
    drawing.wire(inner, "each", slow, "trigger").then(slow, body).wire(loop, "element", body, "a")
        .wire(inner, "element", body, "b").give(body, out(body));

    assertEquals("[110,20]", play(seed).output());
  }

  @Test
  void keepsOfTwoLoopsTheOutputOfTheOneThatRanLast() {
    String second = loopOf(loop, "done", 1);
    String first = drawing.add("Echo");
    String output = drawing.add("Output", "out");
    drawing.wire(loop, "each", first, "trigger").wire(loop, "each", output, "trigger")
        .wire(second, "each", output, "trigger").wire(second, "element", output, "input")
        .wire(loop, "element", output, "input");
    drawing.data(second).putArray("inputs");
    drawing.wire(drawing.add("List"), "output", second, "list");
    NodeType list = Samples.type(NodeSpec.of("list", "List").out(Samples.OUTPUT), run -> {},
        run -> Result.of(Samples.OUTPUT, Stage.json("{\"l\": [\"of the second\"]}").get("l")));

    assertEquals("\"of the second\"", Stage.play(drawing, Samples.with(list)).output());
  }

  @Test
  void keepsTheOutputOfTheLaterElementWhereOneElementHasALoopAndTheOtherHasNot() {
    drawing.data(loop).put("count", 2).put("concurrency", 2);
    String gate = drawing.add("Alternate");
    String slow = drawing.add("Fail");
    drawing.data(slow).put("retries", 2);
    String inner = loopOf(gate, "inner", 1);
    String output = drawing.add("Output", "out");
    drawing.wire(loop, "each", gate, "trigger").wire(loop, "index", gate, "input")
        .wire(gate, "direct", slow, "trigger").wire(slow, "error", output, "trigger")
        .wire(inner, "each", output, "trigger").wire(loop, "index", output, "input");
    NodeType alternate = Samples.type(NodeSpec.of("alternate", "Alternate").in(Samples.INPUT)
        .out(Output.trigger("direct"), Output.trigger("inner")), run -> {},
        run -> Result.nothing().firing(run.need(Samples.INPUT).asInt() == 0 ? "direct" : "inner"));

    // Element 0 comes to the output late, when element 1 has been there by way of the inner loop.
    assertEquals("1", Stage.play(drawing, Samples.with(alternate)).output());
  }

  @Test
  void givesFromOutsideTheValueOfTheLastElement() {
    String mapped = drawing.add("Echo");
    drawing.wire(loop, "each", mapped, "trigger").wire(loop, "element", mapped, "input");
    String output = drawing.add("Output", "out");
    drawing.wire(loop, "done", output, "trigger").give(mapped, output);

    Heard heard = play();

    assertEquals("20", heard.output());
    assertEquals(List.of("1", "2", "2[0]/3", "2[1]/3", "2[2]/3", "4"), heard.started());
  }

  @Test
  void givesFromOutsideTheLastElementOfALoopThatRanInsideAnother() {
    String inner = loopOf(loop, "each", 2);
    String output = drawing.add("Output", "out");
    drawing.wire(inner, "each", drawing.add("Mix"), "trigger").wire(loop, "done", output, "trigger")
        .wire(inner, "element", output, "input");

    assertEquals("10", play().output());
  }

  @Test
  void waitsFromOutsideForALoopThatIsUnderWay() {
    String slow = drawing.add("Slow");
    String mapped = drawing.add("Echo");
    String output = drawing.add("Output", "out");
    drawing.wire(loop, "each", slow, "trigger").wire(loop, "element", mapped, "input").then(start, output)
        .give(mapped, output);

    assertEquals("20", play().output());
  }

  @Test
  void givesNothingFromOutsideOfALoopThatNeverRan() {
    Drawing pulled = new Drawing();
    String idle = pulled.add("For Each");
    String mapped = pulled.add("Gather");
    pulled.data(idle).put("count", 2);
    pulled.wire(idle, "element", mapped, "in").give(mapped, pulled.add("Output", "out"));

    Heard heard = Stage.play(pulled, Samples.with());

    assertEquals(Set.of(), heard.outputs().keySet());
    assertEquals(List.of("3"), heard.started());
  }

  @Test
  void doesNotRunANodeAgainInTheLastIterationThatRanHereAfterTheLoop() {
    String after = drawing.add("Echo");
    String output = drawing.add("Output", "out");
    drawing.wire(loop, "done", after, "trigger").wire(loop, "element", after, "input").then(after, output)
        .give(after, output);

    Heard heard = play();

    assertEquals("20", heard.output());
    assertEquals(List.of("1", "2", "3", "4"), heard.started());
  }

  @Test
  void takesOfSeveralEdgesTheOneThatCompletedInTheLastIteration() {
    String idle = drawing.add("Mix");
    String mapped = drawing.add("Echo");
    String output = drawing.add("Output", "out");
    drawing.wire(drawing.add("Gate"), "true", idle, "trigger").wire(loop, "each", mapped, "trigger")
        .wire(loop, "element", mapped, "input").wire(loop, "done", output, "trigger").give(idle, output)
        .give(mapped, output);

    assertEquals("20", play().output());
  }

  @Test
  void runsAPulledNodeOutsideOfTheLoopsItDoesNotHangOn() {
    String inner = loopOf(loop, "each", 2);
    String outside = drawing.add("Mix");
    String inOuter = drawing.add("Mix");
    String inInner = drawing.add("Mix");
    String body = drawing.add("Gather");
    drawing.wire(inner, "each", body, "trigger").wire(outside, "output", body, "a")
        .wire(inOuter, "output", body, "b").wire(inInner, "output", body, "c")
        .wire(loop, "element", inOuter, "in").wire(inner, "index", inInner, "in");

    List<String> started = play().started();

    assertEquals(1, started.stream().filter(step -> step.equals(outside)).count());
    assertEquals(List.of("2[0]/5", "2[1]/5", "2[2]/5"),
        started.stream().filter(step -> step.endsWith("/" + inOuter)).toList());
    assertEquals(6, started.stream().filter(step -> step.endsWith("/" + inInner)).count());
  }

  @Test
  void waitsForTheErrorThatAPullFromOutsideFiresInTheLastIteration() {
    String fail = drawing.add("Fail");
    String output = drawing.add("Output", "out");
    String handler = drawing.add("Slow");
    String second = drawing.add("Slow");
    String caught = drawing.add("Output", "caught");
    drawing.wire(loop, "element", fail, "input").wire(loop, "done", output, "trigger")
        .wire(loop, "each", drawing.add("Mix"), "trigger").give(fail, output)
        .wire(fail, "error", handler, "trigger").then(handler, second).then(second, caught)
        .wire(fail, "message", caught, "input");

    Heard heard = play();

    assertEquals(Set.of("caught"), heard.outputs().keySet());
  }

  @Test
  void doesNotWaitForItselfWhereItReadsOfALoopThatItLeadsTo() {
    String body = drawing.add("Echo");
    String later = loopOf(body, "trigger", 1);
    drawing.wire(loop, "element", body, "input").wire(later, "element", loop, "list")
        .wire(loop, "done", drawing.add("Mix"), "trigger");

    assertEquals(List.of(start, loop, "5"), play().started());
  }

  @Test
  void givesNothingAtAnOutputThatLoopsDoNotHave() {
    String body = drawing.add("Gather");
    drawing.wire(loop, "each", body, "trigger").wire(loop, "elements", body, "in").give(body, out(body));

    assertEquals("[]", play().output());
  }

  @Test
  void doesNotStandStillWhereABodyReadsWhatHangsOnAnOutputThatLoopsDoNotHave() {
    String reader = drawing.add("Mix");
    String body = drawing.add("Echo");
    drawing.wire(loop, "elements", reader, "in").then(start, reader).wire(loop, "each", body, "trigger")
        .give(reader, body);

    assertTrue(play().last() instanceof RunEvent.Completed);
  }

  @Test
  void mendsTheElementsThatABodyGives() {
    Role role = new Role.Loop(Output.trigger("each"), Output.any("element"), Output.any("index"),
        Output.trigger("done"));
    NodeType broken = Samples.type(NodeSpec.of("broken", "Broken").in(Samples.TRIGGER_IN)
        .out(Output.trigger("each"), Output.any("element")).role(role), run -> {},
        run -> Result.iterate(List.of(TextNode.valueOf("a\ud800b")), 1));
    String own = drawing.add("Broken");
    String output = drawing.add("Output", "out");
    drawing.then(start, own).wire(own, "each", output, "trigger").wire(own, "element", output, "input");

    assertEquals("\"a\ufffdb\"", Stage.play(drawing, Samples.with(broken)).output());
  }

  private String loopOf(String from, String trigger, int count) {
    String made = drawing.add("For Each");
    drawing.data(made).put("count", count);
    drawing.wire(from, trigger, made, "trigger");
    return made;
  }

  /** An Output called out that the node fires. */
  private String out(String from) {
    String output = drawing.add("Output", "out");
    drawing.then(from, output);
    return output;
  }

  private Heard play() {
    return play(0);
  }

  private Heard play(long seed) {
    NodeCatalog catalog = Samples.with();
    return Stage.play(Program.of(Stage.plan(drawing, catalog)), Stage.json("{}"), RunSettings.USUAL,
        new SeededHost(seed));
  }
}
