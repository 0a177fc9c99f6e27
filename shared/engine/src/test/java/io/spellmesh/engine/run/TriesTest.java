package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Sample;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops that catch what fails inside. */
class TriesTest {
  private static final NodeType TRY = Samples.type(NodeSpec.of("try", "Try")
      .in(Samples.TRIGGER_IN).out(Output.trigger("try"), Output.trigger("catch"), Output.trigger("done"),
          Output.text("message"))
      .role(new Role.Loop(Output.trigger("try"), Output.any("value"), Output.any("index"),
          Output.trigger("done"), Optional.of(Output.trigger("catch")))), run -> {},
      run -> Result.iterate(List.of(TextNode.valueOf("v")), 1));

  private final Drawing drawing = new Drawing();
  private final String start = drawing.add("Trigger In");
  private final String attempt = drawing.add("Try");
  private final String good = drawing.add("Output", "good");
  private final String bad = drawing.add("Output", "bad");

  TriesTest() {
    drawing.then(start, attempt).wire(attempt, "done", good, "trigger").wire(attempt, "value", good, "input")
        .wire(attempt, "catch", bad, "trigger").wire(attempt, "message", bad, "input");
  }

  @Test
  void firesDoneIfNothingFails() {
    String body = drawing.add("Slow");
    drawing.wire(attempt, "try", body, "trigger").wire(attempt, "value", body, "in");

    Heard heard = play(0);

    assertEquals("{good=\"v\"}", heard.outputs().toString());
    assertEquals(List.of("1", "2", "2[0]/5", "3"), heard.started());
  }

  @Test
  void firesCatchIfAllOfItTakesTooLong() {
    drawing.wire(attempt, "try", drawing.add("Forever"), "trigger").data(attempt).put("timeout", 3);

    assertEquals("{bad=\"Try 2: took longer than 3 s\"}", play(0).outputs().toString());
  }

  @ParameterizedTest(name = "schedule {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void firesCatchWithTheMessageAndGivesUpWhatIsUnderWay(long seed) {
    String fail = failing(attempt, "try");
    String sibling = drawing.add("Slow");
    String after = drawing.add("Output", "never");
    drawing.wire(attempt, "try", sibling, "trigger").then(fail, after);

    Heard heard = play(seed);

    assertEquals("{bad=\"Fail 5: it went wrong\"}", heard.outputs().toString());
    assertFalse(heard.started().contains("2[0]/" + after));
    assertEquals(1, heard.all(RunEvent.NodeFailed.class).count());
  }

  @Test
  void catchesWhatFailsInALoopAndInASpellInside() {
    String loop = drawing.add("For Each");
    drawing.data(loop).put("count", 3);
    drawing.wire(attempt, "try", loop, "trigger");
    failing(loop, "each");

    assertEquals("{bad=\"Fail 6: it went wrong\"}", play(0).outputs().toString());
  }

  /** A timer cannot be called off between its ringing and its turn on the strand. */
  @Test
  void givesUpARetryWhoseTimeCameAtTheSameMoment() {
    NodeType forever = Samples.type(NodeSpec.of("forever", "Forever").in(Samples.TRIGGER_IN).waits(), run -> {},
        run -> run.await(new CompletableFuture<Result>()));
    NodeType pause = Samples.type(NodeSpec.of("pause", "Pause").in(Samples.TRIGGER_IN).waits(), run -> {}, run -> {
      run.pause(Duration.ofSeconds(5));
      return Result.nothing();
    });
    String slow = drawing.add("Pause");
    String late = drawing.add("Forever");
    drawing.data(late).put("timeout", 1);
    drawing.then(start, slow).wire(attempt, "try", late, "trigger");
    String again = failing(attempt, "try");
    drawing.data(again).put("retries", 1).put("backoff", 1);

    Heard heard = Stage.play(drawing, Samples.with(TRY, forever, pause));

    assertEquals("{bad=\"Forever 6: took longer than 1 s\"}", heard.outputs().toString());
    assertEquals(5000, ((RunEvent.Completed) heard.last()).ms());
  }

  @Test
  void leavesWhatFailsInAnInnerTryToThatOne() {
    String inner = drawing.add("Try");
    String innerBad = drawing.add("Output", "innerBad");
    drawing.wire(attempt, "try", inner, "trigger").wire(inner, "catch", innerBad, "trigger")
        .wire(inner, "message", innerBad, "input");
    failing(inner, "try");

    assertEquals(List.of("innerBad", "good"), List.copyOf(play(0).outputs().keySet()));
  }

  @Test
  void doesNotCatchWhatFailsAfterIt() {
    failing(attempt, "done");

    assertEquals("Fail 5: it went wrong", play(0).error().message());
  }

  /** A node without triggers runs where it hangs, which is outside; it is wanted inside only. */
  @ParameterizedTest(name = "schedule {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void catchesWhatIsPulledFromOutsideAndFails(long seed) {
    String source = drawing.add("Sometimes");
    drawing.data(source).put("tag", 512);
    String between = drawing.add("Gather");
    String body = drawing.add("Gather");
    drawing.give(source, between).give(between, body).wire(attempt, "try", body, "trigger");

    Heard heard = play(seed);

    assertEquals("{bad=\"Sometimes 5: it went wrong\"}", heard.outputs().toString());
  }

  @ParameterizedTest(name = "schedule {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void failsAgainForWhoeverWantsItOutside(long seed) {
    String source = drawing.add("Fail");
    String body = drawing.add("Gather");
    String outside = drawing.add("Output", "outside");
    drawing.give(source, body).wire(attempt, "try", body, "trigger")
        .give(source, outside).wire(bad, "trigger", outside, "trigger");

    assertEquals("Fail 5: it went wrong", play(seed).error().message());
  }

  @Test
  void failsAgainWhenATriggerReachesIt() {
    String source = drawing.add("Fail");
    String body = drawing.add("Gather");
    drawing.give(source, body).wire(attempt, "try", body, "trigger").wire(bad, "trigger", source, "trigger");

    assertEquals("Fail 5: it went wrong", play(0).error().message());
  }

  @Test
  void isAbsentOutsideWhatItWasInsideWhenItFailed() {
    String body = drawing.add("Gather");
    String outside = drawing.add("Gather");
    String out = drawing.add("Output", "out");
    drawing.wire(attempt, "value", body, "in").wire(attempt, "try", body, "trigger").give(body, outside)
        .give(outside, out).wire(bad, "trigger", out, "trigger");
    failing(attempt, "try");

    assertEquals(List.of("bad"), List.copyOf(play(0).outputs().keySet()));
  }

  @Test
  void givesItsMessageToWhatIsPulledToo() {
    String pulled = drawing.add("Gather");
    String out = drawing.add("Output", "out");
    drawing.wire(attempt, "message", pulled, "in").give(pulled, out).wire(attempt, "catch", out, "trigger");
    failing(attempt, "try");

    assertTrue(play(0).output().contains("it went wrong"));
  }

  /** A loop of tries, some of which fail while others are under way. */
  @ParameterizedTest(name = "schedule {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keepsTriesOfManyIterationsApart(long seed) {
    String loop = drawing.add("For Each");
    drawing.data(loop).put("count", 12).put("concurrency", 4);
    String inner = drawing.add("Try");
    String sometimes = drawing.add("Sometimes");
    String caught = drawing.add("Echo");
    String collect = drawing.add("Collect");
    String out = drawing.add("Output", "out");
    drawing.wire(attempt, "try", loop, "trigger").wire(loop, "each", inner, "trigger")
        .wire(inner, "try", sometimes, "trigger").wire(loop, "index", sometimes, "in")
        .wire(inner, "catch", caught, "trigger").wire(loop, "index", caught, "input")
        .wire(loop, "done", out, "trigger").give(caught, collect).give(collect, out);

    Heard heard = play(seed);

    assertEquals(play(0).outputs(), heard.outputs());
    long failed = heard.all(RunEvent.NodeFailed.class).count();
    assertTrue(failed > 2 && failed < 10, failed + " of 12 failed");
    assertEquals(failed, heard.outputs().get("out").size());
  }

  @Test
  void givesTheSameAfterACrash() {
    String first = drawing.add("Slow");
    drawing.wire(attempt, "try", first, "trigger");
    failing(first, "trigger");
    Heard whole = play(0);

    for (int event = 1; event < whole.events().size(); event++) {
      assertEquals(whole.outputs(), Stage.play(program(), Stage.json("{}"),
          RunSettings.USUAL.with(Reuse.of(whole.recorded(event))), new SeededHost(event)).outputs(), "after " + event);
    }
  }

  private String failing(String from, String trigger) {
    String fail = drawing.add("Fail");
    drawing.wire(from, trigger, fail, "trigger");
    return fail;
  }

  private Heard play(long schedule) {
    return Stage.play(program(), Stage.json("{}"), RunSettings.USUAL, new SeededHost(schedule));
  }

  private Program program() {
    NodeType collect = Samples.type(NodeSpec.of("collect", "Collect").in(Samples.INPUT).out(Samples.OUTPUT)
        .role(new Role.Collector()), run -> {}, run -> {
          ArrayNode all = JsonNodeFactory.instance.arrayNode();
          return Result.of(Samples.OUTPUT, all.addAll(run.all(Samples.INPUT)));
        });
    NodeType forever = new Sample(NodeSpec.of("forever", "Forever").in(Samples.TRIGGER_IN).waits().build(),
        run -> run.await(new CompletableFuture<Result>()));
    return Program.of(Stage.plan(drawing, Samples.with(TRY, collect, forever)));
  }
}
