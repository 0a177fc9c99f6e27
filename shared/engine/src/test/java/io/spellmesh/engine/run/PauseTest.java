package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.plan.NodeCatalog;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Bodies that let time pass. A run leaves no timer behind, which every play makes sure of. */
class PauseTest {
  private static final NodeType PAUSE = Samples.type(NodeSpec.of("pause", "Pause").in(Samples.TRIGGER_IN)
      .out(Samples.OUTPUT, Samples.TRIGGER).waits(), run -> {}, run -> {
        run.pause(Duration.ofMillis(run.data().path("ms").asLong()));
        return Result.of(Samples.OUTPUT, TextNode.valueOf(run.started().toString()));
      });
  private static final NodeCatalog CATALOG = Samples.with(PAUSE);

  private final Drawing drawing = new Drawing();
  private final String pause = pause(5_000);
  private final String out = drawing.add("Output", "out");

  @Test
  void letsTimePassAndKnowsWhenItBegan() {
    drawing.give(pause, out);

    Heard heard = Stage.play(drawing, CATALOG);

    assertEquals("\"2026-11-22T10:00:00Z\"", heard.output());
    assertEquals(5_000, heard.all(RunEvent.NodeCompleted.class).findFirst().orElseThrow().ms());
  }

  @Test
  void isOverWhenItsNodesTimeIsUp() {
    drawing.data(pause).put("timeout", 2);
    drawing.give(pause, out);

    assertEquals(FailureCode.TIMED_OUT, Stage.play(drawing, CATALOG).error().code());
  }

  @Test
  void isOverWhenAnotherNodeFails() {
    String fail = drawing.add("Fail");
    String start = drawing.add("Trigger In");
    drawing.then(start, pause, fail);

    Heard heard = Stage.play(drawing, CATALOG);

    assertEquals("Fail 3: it went wrong", heard.error().message());
    assertEquals(heard.events().getFirst().at(), heard.last().at());
  }

  private String pause(int ms) {
    String id = drawing.add("Pause");
    drawing.data(id).put("ms", ms);
    return id;
  }
}
