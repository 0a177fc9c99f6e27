package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.IntNode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Sample;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SpellCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bodies say that they used of language models. */
class ModelUsageTest {
  private static final RunEvent.Usage SMALL = new RunEvent.Usage("small", 100, 10, Optional.of(0.25));
  private static final RunEvent.Usage LARGE = new RunEvent.Usage("large", 1_000, 1, Optional.of(0.5));

  private final Drawing drawing = new Drawing();
  private final String start = drawing.add("Trigger In");
  private int bodies;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isToldWithTheStepOfWhichItIsTheSum(boolean waits) {
    NodeSpec.Builder spec = NodeSpec.of("asks", "Asks").in(Samples.TRIGGER_IN).out(Samples.TRIGGER, Samples.OUTPUT);
    String asks = drawing.add("Asks");
    drawing.then(start, asks).then(asks, drawing.add("Mix"));

    Heard heard = play(Samples.type(waits ? spec.waits() : spec, _ -> { }, run -> {
      run.used(SMALL);
      if (waits) {
        run.await(CompletableFuture.completedFuture("the first answer"));
      }
      run.used(LARGE);
      return Result.of(Samples.OUTPUT, IntNode.valueOf(1));
    }), RunSettings.USUAL);

    assertEquals(List.of(Optional.empty(), Optional.of(new RunEvent.Usage("large", 1_100, 11, Optional.of(0.75))),
        Optional.empty()), told(heard));
  }

  @Test
  void isThatOfTheAttemptThatCompleted() {
    String asks = drawing.add("Asks");
    drawing.then(start, asks).data(asks).put("retries", 1).put("backoff", 0);

    Heard heard = play(asking(run -> {
      run.used(SMALL);
      if (++bodies == 1) {
        throw new NodeFailure("the answer will not do");
      }
      return Result.of(Samples.OUTPUT, IntNode.valueOf(bodies));
    }), RunSettings.USUAL);

    assertEquals(List.of(Optional.empty(), Optional.of(SMALL)), told(heard));
  }

  @Test
  void goesOnAfterASpellThatTheBodyCalls() {
    drawing.then(start, drawing.add("Calls"));
    NodeType calls = Samples.type(NodeSpec.of("calls", "Calls").in(Samples.TRIGGER_IN)
        .out(Samples.TRIGGER, Samples.OUTPUT).role(new Role.Caller()), _ -> { }, run -> {
          run.used(SMALL);
          return run.answer().map(outputs -> Result.of(Samples.OUTPUT, outputs)).orElseGet(() ->
              Result.calling(new SpellCall("child", Stage.json("{}"), Optional.empty())));
        });
    Drawing child = new Drawing();
    child.give(child.add("Input", "in"), child.add("Output", "out"));
    SeededHost host = new SeededHost(0).finding((_, name) ->
        new Linker(name, name, Stage.plan(child, Samples.with(calls))).link());

    Heard heard = Stage.play(Program.of(Stage.plan(drawing, Samples.with(calls))), Stage.json("{}"),
        RunSettings.USUAL, host);

    assertEquals(Optional.of(SMALL.and(SMALL)), told(heard).getLast());
  }

  @Test
  void isNoneOfAStepThatIsTakenOver() {
    String asks = drawing.add("Asks");
    drawing.then(start, asks);
    Reuse pinned = new Reuse(Map.of(asks, Stage.json("{\"output\":1}")), Optional.empty(), Map.of());

    Heard heard = play(asking(run -> {
      run.used(SMALL);
      return Result.of(Samples.OUTPUT, IntNode.valueOf(1));
    }), RunSettings.USUAL.with(pinned));

    assertEquals(List.of(Optional.empty(), Optional.empty()), told(heard));
  }

  private static NodeType asking(Sample.Behaviour body) {
    return Samples.type(NodeSpec.of("asks", "Asks").in(Samples.TRIGGER_IN).out(Samples.TRIGGER, Samples.OUTPUT).waits(),
        _ -> { }, body);
  }

  private Heard play(NodeType type, RunSettings settings) {
    return Stage.play(Program.of(Stage.plan(drawing, Samples.with(type))), Stage.json("{}"), settings,
        new SeededHost(0));
  }

  private static List<Optional<RunEvent.Usage>> told(Heard heard) {
    return heard.all(RunEvent.NodeCompleted.class).map(RunEvent.NodeCompleted::usage).toList();
  }
}
