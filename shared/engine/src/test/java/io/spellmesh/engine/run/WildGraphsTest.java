package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.plan.Checked;
import io.spellmesh.engine.plan.PlanCompiler;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Graphs with any edges at all: each is refused with reasons, or compiles and ends within its limits. */
class WildGraphsTest {
  private static final List<String> TYPES =
      List.of("Mix", "Slow", "Gate", "Sometimes", "Echo", "Wait For All",
      "For Each", "For Each", "Output", "Input", "Trigger In", "Trigger Out");
  /** They end most runs, so there are few of them. */
  private static final List<String> FAILING = List.of("Fail", "Spell", "Unknown");
  private static final List<String> OUT = List.of("trigger", "trigger", "output", "output", "each", "done",
      "element", "index", "true", "false", "error", "message", "nonsense");
  private static final List<String> IN = List.of("trigger", "input", "list", "in", "t1", "t2");
  private static final RunSettings SETTINGS = RunSettings.USUAL.with(new Limits(2_000, Duration.ofMinutes(15),
      1 << 20, 1 << 20, Duration.ofSeconds(5)));

  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("spellmesh.cases", 1500));
  }

  @ParameterizedTest(name = "graph {0}")
  @MethodSource("seeds")
  void refusesOrEndsWithinItsLimits(long seed) {
    Random random = new Random(seed);
    Drawing drawing = graph(random, 5 + random.nextInt(60), random.nextInt(3) > 0);
    Checked checked = new PlanCompiler(Samples.with()).compile(drawing.graph());
    if (!checked.errors().isEmpty()) {
      assertTrue(checked.errors().stream().allMatch(WildGraphsTest::namesItsPath), () -> checked.errors()
          .toString());
      return;
    }
    for (int schedule = 0; schedule < 3; schedule++) {
      try {
        SeededHost host = new SeededHost(schedule);
        Heard heard = Stage.play(Program.of(checked.plan()), Stage.json("{}"), SETTINGS, host);
        assertEquals(List.of(), host.reported());
        if (heard.last() instanceof RunEvent.Failed failed) {
          assertFalse(failed.error().message().contains("internal error"), failed::toString);
        }
      } catch (Failure nothingToRun) {
        assertTrue(nothingToRun.getMessage().contains("nothing to run"), nothingToRun::getMessage);
      }
    }
  }

  @Test
  void endsARunWhoseStepsWaitForOneAnother() {
    Drawing drawing = new Drawing();
    String start = drawing.add("Trigger In");
    String one = drawing.add("For Each");
    String two = drawing.add("For Each");
    String inOne = drawing.add("Mix");
    String inTwo = drawing.add("Mix");
    drawing.data(one).put("count", 1);
    drawing.data(two).put("count", 1);
    drawing.then(start, one, two).wire(one, "each", inOne, "trigger").wire(two, "each", inTwo, "trigger")
        .wire(one, "element", inTwo, "in").wire(two, "element", inOne, "in");

    assertEquals("the run stands still: these loops wait for one another: For Each " + one + ", For Each " + two,
        Stage.play(drawing, Samples.with()).error().message());
  }

  private static boolean namesItsPath(Mistake mistake) {
    return mistake.message().contains(" → ") && mistake.node().isPresent();
  }

  /** @param forward whether only loops have edges that go back */
  private static Drawing graph(Random random, int size, boolean forward) {
    Drawing drawing = new Drawing();
    drawing.add("Trigger In");
    for (int i = 1; i < size; i++) {
      String id = drawing.add(pick(random.nextInt(60) == 0 ? FAILING : TYPES, random));
      if (random.nextInt(8) == 0) {
        drawing.then("1", id);
      }
      drawing.data(id).put("tag", random.nextInt()).put("count", random.nextInt(3)).put("concurrency",
          1 + random.nextInt(2));
    }
    // What may fail has a handler, mostly.
    for (int i = 2; i < size; i++) {
      if (isOf(drawing, Integer.toString(i), "Sometimes") && random.nextInt(20) > 0) {
        drawing.wire(Integer.toString(i), "error", Integer.toString(size), "trigger");
      }
    }
    for (int i = 0; i < size * 2; i++) {
      int from = 1 + random.nextInt(size);
      int to = 1 + random.nextInt(size);
      String source = Integer.toString(forward ? Math.min(from, to) : from);
      String target = Integer.toString(forward ? Math.max(from, to) : to);
      String output = pick(OUT, random);
      if (forward && (source.equals(target) || random.nextInt(8) == 0 && isOf(drawing, source, "For Each"))) {
        // Back to a loop, by a trigger: the only way back there is.
        String swap = source;
        source = target;
        target = swap;
        output = "trigger";
      }
      if (!source.equals(target) || !forward) {
        switch (random.nextInt(10)) {
          case 0 -> drawing.wireAtSource(source, output, target, pick(IN, random));
          case 1 -> drawing.wireAtTarget(source, output, target, pick(IN, random));
          case 2 -> drawing.wireAtTarget(Integer.toString(size + 5), output, target, pick(IN, random));
          default -> drawing.wire(source, output, target, pick(IN, random));
        }
      }
    }
    return drawing;
  }

  private static boolean isOf(Drawing drawing, String id, String type) {
    return drawing.node(id).path("name").asText().equals(type);
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
