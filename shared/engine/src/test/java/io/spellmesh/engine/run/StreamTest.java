package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces of outputs, told while a body is at work. */
class StreamTest {
  private final List<Object> told = new ArrayList<>();

  private static NodeType speaker(boolean waits, List<String> pieces) {
    NodeSpec.Builder spec = NodeSpec.of("speaker", "Speaker").in(Samples.TRIGGER_IN)
        .out(Samples.TRIGGER, Samples.OUTPUT).effect(Effect.READ);
    NodeSpec built = (waits ? spec.waits() : spec).build();
    return new NodeType() {
      @Override
      public NodeSpec spec() {
        return built;
      }

      @Override
      public Result run(NodeRun run) {
        for (String piece : pieces) {
          run.stream(Samples.OUTPUT, piece);
          if (waits) {
            run.await(CompletableFuture.completedFuture(piece));
          }
        }
        return Result.of(Samples.OUTPUT, TextNode.valueOf(String.join("", pieces)));
      }
    };
  }

  private void play(boolean waits, List<String> pieces) {
    Drawing drawing = new Drawing();
    String in = drawing.add("Trigger In", "go");
    String speaker = drawing.add("Speaker");
    drawing.then(in, speaker);
    SeededHost host = new SeededHost(1);
    Program program = Program.of(Stage.plan(drawing, Samples.with(speaker(waits, pieces))));
    Run run = new Run("run", program, Stage.json("{}"), RunSettings.USUAL, host, told::add, told::add);
    host.post(run::start);
    host.run();
  }

  private List<PartListener.Piece> pieces() {
    return told.stream().filter(PartListener.Piece.class::isInstance).map(PartListener.Piece.class::cast)
        .toList();
  }

  private List<String> texts() {
    return pieces().stream().map(PartListener.Piece::text).toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tellsPiecesInOrderBetweenTheStepsStartAndItsEnd(boolean waits) {
    play(waits, List.of("a", "b", "", "c"));

    assertEquals(List.of("a", "b", "c"), texts());
    assertEquals(new PartListener.Piece("2", "2", 1, "output", "a"), pieces().getFirst());
    int first = told.indexOf(pieces().getFirst());
    int last = told.indexOf(pieces().getLast());
    assertTrue(told.subList(0, first).stream()
        .anyMatch(event -> event instanceof RunEvent.NodeStarted started && started.node().equals("2")));
    assertTrue(told.subList(last, told.size()).stream()
        .anyMatch(event -> event instanceof RunEvent.NodeCompleted done && done.node().equals("2")));
  }

  @Test
  void splitsNoCharacterAndMendsHalves() {
    play(true, List.of("x\ud83d", "\ude00y", "\ude00"));

    assertEquals(List.of("x", "\ud83d\ude00y", "\ufffd"), texts());
  }

  @Test
  void failsANodeThatStreamsWithoutEnd() {
    play(true, List.of("x".repeat(5 << 20), "x".repeat(5 << 20)));

    assertTrue(told.getLast() instanceof RunEvent.Failed failed
        && failed.error().message().contains("streamed more than"), told.getLast().toString());
  }
}
