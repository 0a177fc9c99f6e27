package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.IntNode;
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
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.plan.NodeCatalog;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What loops and Spell nodes say of trying again holds for what is in them. */
class RetriesInsideTest {
  private final NodeCatalog catalog = Samples.with(flaky("Flaky", Effect.READ), flaky("Letter", Effect.UNSAFE));
  private final Drawing parent = new Drawing();
  private final Drawing child = new Drawing();
  private int failures = 2;
  private int calls;

  RetriesInsideTest() {
    parent.then(parent.add("Trigger In"), parent.add("Spell"));
    parent.data("2").put("spell", "child").put("retries", 2).put("backoff", 1);
    child.then(child.add("Trigger In"), child.add("Flaky"));
  }

  private NodeType flaky(String title, Effect effect) {
    return new Sample(NodeSpec.of(title.toLowerCase(Locale.ROOT), title).in(Samples.TRIGGER_IN).out(Samples.OUTPUT)
        .effect(effect).waits().build(), run -> {
          if (++calls <= failures) {
            throw new NodeFailure("it went wrong");
          }
          return Result.of(Samples.OUTPUT, IntNode.valueOf(calls));
        });
  }

  @Test
  void aSpellNodesHoldForTheNodesOfItsSpell() {
    Heard heard = play();

    assertEquals(3000, ((RunEvent.Completed) heard.last()).ms());
    assertEquals(List.of("1", "2", "2/1", "2/2", "2/2", "2/2"), heard.started());
  }

  @Test
  void aLoopsHoldForTheNodesInItAndInTheSpellsThere() {
    String loop = parent.add("For Each");
    parent.data(loop).put("count", 2).put("retries", 2).put("backoff", 1);
    parent.data("2").put("retries", 0);
    parent.node("1").putObject("outputs");
    parent.node("2").putObject("inputs");
    parent.then("1", loop).wire(loop, "each", "2", "trigger");

    assertEquals(List.of("3[0]/2/2 1", "3[0]/2/2 2"), failed(play()));
  }

  @Test
  void whatANodeSaysItselfWins() {
    child.data("2").put("retries", 1).put("backoff", 1);

    assertTrue(play().error().message().endsWith("Flaky 2: it went wrong"));
    assertEquals(2, calls);
  }

  @Test
  void theSpellFailsWhenANodeOfItHasBeenTriedOftenEnough() {
    failures = 9;

    assertEquals(List.of("2/2 1", "2/2 2", "2/2 3", "2 1"), failed(play()));
  }

  @Test
  void whatMayDoHarmIsNotRepeatedThere() {
    child.then("1", child.add("Letter"));
    child.node("2").putObject("inputs");
    child.node("1").putObject("outputs").putObject("trigger").putArray("connections").addObject()
        .put("node", 3).put("input", "trigger");

    assertEquals(List.of("2/3 1", "2 1"), failed(play()));
  }

  private static List<String> failed(Heard heard) {
    return heard.all(RunEvent.NodeFailed.class).map(failed -> failed.step() + " " + failed.attempt().orElse(1))
        .toList();
  }

  private Heard play() {
    Linker linker = new Linker("root", "root", Stage.plan(parent, catalog));
    linker.missing().forEach(missing -> linker.found(missing, "c", "child", Stage.plan(child, catalog)));
    return Stage.play(linker.link(), Stage.json("{}"), RunSettings.USUAL, new SeededHost(0));
  }
}
