package io.spellmesh.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import io.spellmesh.engine.node.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every type can be told of time and failure on its card, whatever its body does. */
class FailingTypesTest {
  static Stream<NodeType> types() {
    return NodeTypesTest.types().stream().filter(type -> hasBody(type.spec().role()));
  }

  private static boolean hasBody(Role role) {
    return switch (role) {
      case Role.Plain plain -> true;
      case Role.Join join -> true;
      case Role.Collector collector -> true;
      case Role.Loop loop -> true;
      case Role.Caller caller -> true;
      case Role.ValueExit exit -> true;
      case Role.TriggerExit exit -> true;
      case Role.ValueEntry entry -> false;
      case Role.TriggerEntry entry -> false;
      case Role.PlaytestEntry entry -> false;
      case Role.Source source -> false;
      case Role.SubSpell spell -> false;
    };
  }

  static Stream<NodeType> waiting() {
    return types().filter(type -> type.spec().waits());
  }

  /** A node of the type that is reached by a trigger, and whose error is caught. */
  private static Heard play(NodeSpec spec, String data, Sample.Behaviour body) {
    Drawing drawing = new Drawing();
    String start = drawing.add("Trigger In");
    String node = drawing.add("Tried");
    String output = drawing.add("Output", "out");
    drawing.data(node).setAll(Stage.json(data));
    drawing.socket(node, "outputs", "error", "error", true).then(start, node)
        .wire(node, "error", output, "trigger").wire(node, "message", output, "input");
    NodeSpec tried = new NodeSpec("tried", "Tried", spec.group(), spec.help(), List.of(), spec.inputs(), spec.outputs(),
        spec.controls(), spec.effect(), spec.waits(), spec.role());
    return Stage.play(drawing, Samples.with(new Sample(tried, body)));
  }

  @ParameterizedTest
  @MethodSource("types")
  void isTriedAgainAfterAWhileUnlessThatMayDoHarmAndThenFiresItsError(NodeType type) {
    Heard heard = play(type.spec(), "{\"retries\":2,\"backoff\":1.5}", run -> {
      throw new NodeFailure("does not work");
    });

    List<RunEvent.NodeFailed> failed = heard.all(RunEvent.NodeFailed.class).toList();
    assertEquals("\"Tried 2: does not work\"", heard.output());
    if (type.spec().effect() == Effect.UNSAFE) {
      assertEquals(1, failed.size());
    } else {
      assertEquals(List.of(1_500L, 3_000L), failed.stream().flatMap(one -> one.retryMs().stream()).toList());
      assertEquals(Duration.ofMillis(4_500), Duration.between(failed.getFirst().at(), failed.getLast().at()));
    }
  }

  @ParameterizedTest
  @MethodSource("waiting")
  void isStoppedWhenItsTimeIsUp(NodeType type) {
    Instant begin = SeededHost.BEGIN;

    Heard heard = play(type.spec(), "{\"timeout\":2.5}", run -> run.await(new CompletableFuture<>()));

    assertEquals("\"Tried 2: took longer than 2.5 s\"", heard.output());
    assertEquals(begin.plusMillis(2_500), heard.all(RunEvent.NodeFailed.class).toList().getFirst().at());
  }
}
