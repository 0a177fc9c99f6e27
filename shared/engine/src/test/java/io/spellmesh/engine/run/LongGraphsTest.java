package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.IntNode;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Length is no depth: nothing in here may recurse by node. */
class LongGraphsTest {
  private static final int LENGTH = 10_000;
  private static final Limits LIMITS = new Limits(1_000_000, Duration.ofMinutes(15), 1 << 30, 1 << 30,
      Duration.ofSeconds(120));

  private final Drawing drawing = new Drawing();

  @Test
  void runsAChainOfTriggers() {
    chain(drawing.add("Trigger In"), true, false);

    assertEquals(LENGTH + 1, play().started().size());
  }

  @Test
  void runsAChainOfPulls() {
    List<String> chain = chain(drawing.add("Input", "x"), false, true);
    drawing.give(chain.getLast(), drawing.add("Output", "out"));

    assertEquals("7", play().output());
  }

  @Test
  void runsAChainOfBoth() {
    List<String> chain = chain(drawing.add("Input", "x"), true, true);
    drawing.give(chain.getLast(), drawing.add("Output", "out")).then(chain.getLast(), "10002");

    assertEquals("7", play().output());
  }

  @Test
  void firesAChainThatWasPulledBefore() {
    String entry = drawing.add("Trigger In");
    String puller = drawing.add("Output", "out");
    String first = drawing.add("Mix");
    List<String> chain = chain(first, true, true);
    String after = drawing.add("Mix");
    // It fails for good a second after the chain was pulled, and its error fires the chain.
    String late = drawing.add("Fail");
    drawing.data(late).put("retries", 1);
    drawing.then(entry, puller, late).give(chain.getLast(), puller).wire(late, "error", first, "trigger")
        .then(chain.getLast(), after);

    Heard heard = play();

    assertEquals(1, heard.started().stream().filter(after::equals).count());
    assertEquals(LENGTH + 6, heard.started().size());
  }

  @Test
  void fansOutAndInAgain() {
    String entry = drawing.add("Trigger In");
    String join = drawing.add("Wait For All");
    String sum = drawing.add("Gather");
    for (int i = 0; i < LENGTH; i++) {
      String node = drawing.add(i % 100 == 0 ? "Slow" : "Mix");
      drawing.then(entry, node).wire(node, "trigger", join, "t" + i).wire(node, "output", sum, "in");
    }
    drawing.then(join, sum);
    drawing.then(sum, drawing.add("Output", "out"));
    drawing.give(sum, Integer.toString(LENGTH + 4));

    assertEquals(LENGTH, play().outputs().get("out").size());
  }

  private List<String> chain(String first, boolean triggers, boolean values) {
    List<String> chain = new ArrayList<>();
    String last = first;
    for (int i = 0; i < LENGTH; i++) {
      String next = drawing.add("Echo");
      if (triggers) {
        drawing.then(last, next);
      }
      if (values) {
        drawing.give(last, next);
      }
      chain.add(next);
      last = next;
    }
    return chain;
  }

  private Heard play() {
    Program program = Program.of(Stage.plan(drawing, Samples.with()));
    boolean hasInput = !program.root().entries().isEmpty()
        && program.root().entries().stream().anyMatch(entry -> entry.publicName().equals("x"));
    return Stage.play(program, hasInput ? Stage.json("{}").set("x", IntNode.valueOf(7)) : Stage.json("{}"),
        RunSettings.USUAL.with(LIMITS), new SeededHost(1));
  }
}
