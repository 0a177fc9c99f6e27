package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunError;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final NodeType DOUBLE = Samples.type(NodeSpec.of("double", "Double").out(Samples.OUTPUT,
      Samples.TRIGGER), run -> {}, run -> {
        String text = run.find(Samples.INPUT).map(value -> value.textValue()).orElse("x");
        return Result.of(Samples.OUTPUT, TextNode.valueOf(text + text));
      });

  private final Drawing drawing = new Drawing();
  private final String start = drawing.add("Trigger In");

  @Test
  void endsARunOfTooManySteps() {
    String loop = drawing.add("For Each");
    drawing.data(loop).put("count", 1000);
    drawing.then(start, loop).wire(loop, "each", drawing.add("Mix"), "trigger");

    RunError error = play(new Limits(100, Duration.ofMinutes(1), 1 << 20, 1 << 20, Duration.ofSeconds(1)))
        .error();

    assertEquals(new RunError(Optional.empty(), Optional.empty(), FailureCode.UNPROCESSABLE,
        "the run took more than 100 steps, which is the limit"), error);
  }

  @Test
  void endsALoopOfTenThousandInALoopOfTenThousand() {
    String outer = drawing.add("For Each");
    String inner = drawing.add("For Each");
    drawing.data(outer).put("count", 10_000).put("concurrency", 10_000);
    drawing.data(inner).put("count", 10_000).put("concurrency", 10_000);
    drawing.then(start, outer).wire(outer, "each", inner, "trigger").wire(inner, "each", drawing.add("Mix"),
        "trigger");

    assertEquals("the run took more than 10000 steps, which is the limit", play(Limits.USUAL).error()
        .message());
  }

  @Test
  void countsRetriesAsSteps() {
    String fail = drawing.add("Fail");
    drawing.data(fail).put("retries", 10);
    drawing.then(start, fail);

    RunError error = play(new Limits(5, Duration.ofMinutes(1), 1 << 20, 1 << 20, Duration.ofSeconds(1)))
        .error();

    assertEquals("the run took more than 5 steps, which is the limit", error.message());
  }

  @Test
  void endsARunThatTakesTooLong() {
    NodeType forever = Samples.type(NodeSpec.of("forever", "Forever").waits(), run -> {},
        run -> run.await(new CompletableFuture<Result>()));
    drawing.then(start, drawing.add("Forever"));

    Heard heard = play(new Limits(100, Duration.ofSeconds(90), 1 << 20, 1 << 20, Duration.ofHours(1)),
        forever);

    assertEquals(FailureCode.TIMED_OUT, heard.error().code());
    assertEquals("the run took longer than 90 s, which is the limit", heard.error().message());
  }

  @Test
  void failsTheNodeThatGivesATooLargeValue() {
    String last = start;
    for (int i = 0; i < 30; i++) {
      String next = drawing.add("Double");
      drawing.then(last, next);
      if (i > 0) {
        drawing.give(last, next);
      }
      last = next;
    }

    RunError error = play(new Limits(100, Duration.ofMinutes(1), 1 << 20, 1000, Duration.ofSeconds(1)),
        DOUBLE)
        .error();

    assertEquals("11", error.node().orElseThrow());
    assertEquals("Double 11: gave 1026 bytes at 'output', at most 1000 are allowed", error.message());
  }

  @Test
  void endsARunWhoseOutputsAreTooLargeTogether() {
    String loop = drawing.add("For Each");
    drawing.data(loop).put("count", 1000);
    String large = drawing.add("Double");
    drawing.then(start, loop).wire(loop, "each", large, "trigger").give(drawing.add("Input", "x"), large);
    drawing.data("4").put("defaultValue", "x".repeat(1000));

    RunError error = play(new Limits(10_000, Duration.ofMinutes(1), 100_000, 10_000, Duration.ofSeconds(1)),
        DOUBLE)
        .error();

    assertEquals("the run's outputs are more than 100000 bytes together, which is the limit; the last were "
        + "those of Double 3", error.message());
  }

  @Test
  void refusesInputsThatAreTooLargeOrTooDeep() {
    drawing.then(drawing.add("Input", "x"), drawing.add("Mix"));
    Program program = Program.of(Stage.plan(drawing, Samples.with()));
    ObjectNode large = Stage.json("{}").put("x", "y".repeat(9 << 20));
    ObjectNode deep = Stage.json("{}");
    ObjectNode inner = deep.putObject("x");
    for (int i = 0; i < Wire.DEEPEST; i++) {
      inner = inner.putObject("x");
    }

    Failure tooLarge = assertThrows(Failure.class, () -> new Run("run", program, large, RunSettings.USUAL,
        new SeededHost(0), new Heard()));
    Failure tooDeep = assertThrows(Failure.class, () -> new Run("run", program, deep, RunSettings.USUAL,
        new SeededHost(0), new Heard()));

    assertEquals(FailureCode.BAD_REQUEST, tooLarge.code());
    assertTrue(tooLarge.getMessage().startsWith("inputs: 94"), tooLarge::getMessage);
    assertEquals("inputs: the value is nested more than 200 levels deep", tooDeep.getMessage());
  }

  @Test
  void mendsWhatEntersAndRefusesWhatIsNoJson() {
    NodeType odd = Samples.type(NodeSpec.of("odd", "Odd").out(Samples.OUTPUT), run -> {},
        run -> Result.of(Samples.OUTPUT, JsonNodeFactory.instance.numberNode(Double.NaN)));
    String echo = drawing.add("Output", "out");
    drawing.give(drawing.add("Input", "x"), echo).then("3", echo);
    Heard heard = Stage.play(drawing, Samples.with(), "{\"x\": \"a\\ud83eb\"}");
    assertEquals("\"a\ufffdb\"", heard.output());

    Drawing other = new Drawing();
    other.give(other.add("Odd"), other.add("Output"));
    assertEquals("Odd 1: the value holds NaN, which JSON has no number for",
        Stage.play(other, Samples.with(odd)).error().message());
  }

  private Heard play(Limits limits, NodeType... types) {
    return Stage.play(Program.of(Stage.plan(drawing, Samples.with(types))), Stage.json("{}"),
        RunSettings.USUAL.with(limits), new SeededHost(0));
  }
}
