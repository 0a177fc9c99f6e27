package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.run.RunError;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FailingTest {
  private static final Input<String> PROMPT = Input.text("prompt").named("Prompt");

  private final Drawing drawing = new Drawing();
  private final String start = drawing.add("Trigger In");

  @Test
  void endsTheRunAndNamesTheNode() {
    String fail = drawing.add("Fail", "my node");
    drawing.data(fail).put("message", "no luck");
    drawing.then(start, fail).then(fail, drawing.add("Mix"));

    Heard heard = play();

    assertEquals(new RunError(Optional.of("2"), Optional.of("2"), FailureCode.UNPROCESSABLE,
        "Fail 2 'my node': no luck"), heard.error());
    assertEquals(List.of("1", "2"), heard.started());
  }

  @Test
  void namesTheInputThatHasNoValueAndSaysWhetherItIsWired() {
    NodeType needy = Samples.type(NodeSpec.of("needy", "Needy").in(PROMPT), run -> {},
        run -> Result.of(Samples.OUTPUT, TextNode.valueOf(run.need(PROMPT))));
    String node = drawing.add("Needy");
    drawing.then(start, node);

    RunError unwired = Stage.play(drawing, Samples.with(needy)).error();

    assertEquals(new RunError(Optional.of("2"), Optional.of("2"), FailureCode.UNPROCESSABLE,
        "Needy 2: input 'Prompt': needs a value, and nothing is wired to it", Optional.of("prompt")), unwired);

    drawing.give(drawing.add("Echo"), node).wire("3", "output", node, "prompt");
    assertEquals("Needy 2: input 'Prompt': needs a value, and what is wired to it gave none",
        Stage.play(drawing, Samples.with(needy)).error().message());
  }

  @Test
  void namesTheInputWhoseValueIsRefusedByTheKeyThatItIsWiredAt() {
    Input<Double> doubled = Input.number("many").named("how many").as(number -> {
      if (number < 0) {
        throw new NodeFailure("got less than nothing");
      }
      return number * 2;
    });
    NodeType counts = Samples.type(NodeSpec.of("counts", "Counts").in(doubled), run -> {},
        run -> Result.of(Samples.OUTPUT, DoubleNode.valueOf(run.need(doubled))));
    String number = drawing.add("Input", "number");
    String node = drawing.add("Counts");
    drawing.socket(node, "inputs", "own", "how many", false).wire(number, "output", node, "own")
        .give(node, drawing.add("Output"));

    RunError noNumber = play(counts, "{\"number\": \"many\"}").error();

    assertEquals("Counts 3: input 'how many': got \"many\", needs a number", noNumber.message());
    assertEquals(Optional.of("own"), noNumber.input());
    assertEquals("Counts 3: input 'how many': got less than nothing",
        play(counts, "{\"number\": -1}").error().message());
    assertEquals("6.0", play(counts, "{\"number\": 3}").outputs().get("Output 4").asText());
  }

  @Test
  void namesNoInputWhereNoneIsToBlame() {
    String fail = drawing.add("Fail");
    drawing.then(start, fail);

    assertEquals(Optional.empty(), play().error().input());
  }

  @Test
  void stopsTheBodiesThatAreUnderWay() {
    List<Throwable> thrown = new ArrayList<>();
    NodeType forever = Samples.type(NodeSpec.of("forever", "Forever").waits(), run -> {}, run -> {
      try {
        run.await(new CompletableFuture<>());
      } catch (Stopped stopped) {
        thrown.add(stopped);
        throw stopped;
      }
      return Result.nothing();
    });
    drawing.then(start, drawing.add("Forever"), drawing.add("Forever"), drawing.add("Sometimes"));
    drawing.data("4").put("tag", 0);

    Heard heard = Stage.play(drawing, Samples.with(forever));

    assertEquals("Sometimes 4: it went wrong", heard.error().message());
    assertEquals(1, heard.all(RunEvent.NodeFailed.class).count());
    assertTrue(thrown.stream().allMatch(Stopped.class::isInstance));
  }

  @Test
  void firesTheWiredErrorAndNothingElse() {
    String fail = drawing.add("Fail");
    String handler = drawing.add("Output", "out");
    String other = drawing.add("Output", "value");
    drawing.then(start, fail).then(fail, drawing.add("Mix")).wire(fail, "error", handler, "trigger")
        .wire(fail, "message", handler, "input").then(handler, other).give(fail, other);

    Heard heard = play();

    assertEquals("\"Fail 2: it went wrong\"", heard.output());
    assertEquals(List.of("1", "2", "3", "4"), heard.started());
    assertEquals(1, heard.outputs().size());
  }

  @Test
  void doesNotCatchWithADataOutputCalledError() {
    NodeType data = Samples.type(NodeSpec.of("data-error", "Data Error").out(Output.text("error")), run -> {},
        run -> {
          throw new Failure(FailureCode.PROVIDER_FAILED, "no answer");
        });
    String fail = drawing.add("Data Error");
    drawing.then(start, fail).wire(fail, "error", drawing.add("Echo"), "input").then(start, "3");

    Heard heard = Stage.play(drawing, Samples.with(data));

    assertEquals(FailureCode.PROVIDER_FAILED, heard.error().code());
    assertEquals("Data Error 2: no answer", heard.error().message());
  }

  @Test
  void firesTheErrorOfANodeThatIsOnlyPulled() {
    String fail = drawing.add("Fail");
    String puller = drawing.add("Echo");
    String handler = drawing.add("Mix");
    drawing.then(start, puller).give(fail, puller).wire(fail, "error", handler, "trigger")
        .then(fail, drawing.add("Mix"));

    assertEquals(List.of("1", "2", "3", "4"), play().started().stream().sorted().toList());
  }

  @Test
  void reportsWhatNobodyExpectedAndTellsTheIdOnly() {
    NodeType odd = Samples.type(NodeSpec.of("odd", "Odd"), run -> {}, run -> {
      throw new IllegalArgumentException("secret");
    });
    drawing.then(start, drawing.add("Odd"));
    SeededHost host = new SeededHost(0);

    Heard heard = Stage.play(Program.of(Stage.plan(drawing, Samples.with(odd))), Stage.json("{}"),
        RunSettings.USUAL, host);

    assertEquals(new RunError(Optional.of("2"), Optional.of("2"), FailureCode.INTERNAL,
        "Odd 2: internal error e1"), heard.error());
    assertInstanceOf(IllegalArgumentException.class, host.reported().getFirst());
  }

  @Test
  void failsTheNodeWhoseInlineBodyRunsOutOfStack() {
    NodeType deep = Samples.type(NodeSpec.of("deep", "Deep"), run -> {}, run -> {
      throw new StackOverflowError();
    });
    drawing.then(start, drawing.add("Deep"));

    assertEquals("Deep 2: internal error e1", Stage.play(drawing, Samples.with(deep)).error().message());
  }

  @Test
  void takesTheCodeOfAFailureThatAnAwaitedStageWraps() {
    CompletableFuture<String> failed = CompletableFuture.failedFuture(Failure.notFound("no such thing"));
    NodeType asks = Samples.type(NodeSpec.of("asks", "Asks").waits(), run -> {}, run ->
        Result.of(Samples.OUTPUT, TextNode.valueOf(run.await(failed.thenApply(text -> text + "!")))));
    drawing.then(start, drawing.add("Asks"));

    RunError error = Stage.play(drawing, Samples.with(asks)).error();

    assertEquals(FailureCode.NOT_FOUND, error.code());
    assertEquals("Asks 2: no such thing", error.message());
  }

  @Test
  void failsByNameWhenANodeOfAnUnknownTypeIsReached() {
    String reached = drawing.add("Teleport");
    drawing.then(start, reached).then(drawing.add("Levitate"), drawing.add("Mix"));

    assertEquals("Teleport 2: the node type 'Teleport' is not known here", play().error().message());
  }

  private Heard play(NodeType type, String inputs) {
    return Stage.play(Program.of(Stage.plan(drawing, Samples.with(type))), Stage.json(inputs), RunSettings.USUAL,
        new SeededHost(0));
  }

  private Heard play() {
    return Stage.play(drawing, Samples.with());
  }
}
