package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.run.RunError;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.plan.NodeCatalog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubSpellsTest {
  private static final NodeCatalog CATALOG = Samples.with();

  private final Drawing parent = new Drawing();
  private final String start = parent.add("Trigger In");
  private final String spell = parent.add("Spell");
  private final Drawing child = new Drawing();

  SubSpellsTest() {
    parent.data(spell).put("spell", "child");
  }

  @Test
  void matchesSocketsByKeyElseByName() {
    parent.socket(spell, "inputs", "k1", "other name", false).socket(spell, "inputs", "k2", "b", false)
        .socket(spell, "outputs", "k3", "renamed", false).socket(spell, "outputs", "k4", "sum", false);
    String gather = parent.add("Gather");
    parent.wire(value("one"), "output", spell, "k1").wire(value("two"), "output", spell, "b")
        .then(start, spell).wire(spell, "k3", gather, "x").wire(spell, "sum", gather, "y").then(spell, gather)
        .give(gather, parent.add("Output", "out")).then(gather, "6");
    String a = child.add("Input", "a");
    child.data(a).put("socketKey", "k1");
    String b = child.add("Input", "b");
    String first = child.add("Output", "first");
    child.data(first).put("socketKey", "k3");
    child.give(a, first).give(b, child.add("Output", "sum"));

    assertEquals("[\"one\",\"two\"]", play().output());
  }

  @Test
  void tellsItsStepsUnderThatOfTheNode() {
    String loop = parent.add("For Each");
    parent.data(loop).put("count", 2);
    parent.then(start, loop).wire(loop, "each", spell, "trigger");
    child.then(child.add("Trigger In"), child.add("Mix"));

    assertEquals(List.of("1", "3", "3[0]/2", "3[0]/2/1", "3[0]/2/2", "3[1]/2", "3[1]/2/1", "3[1]/2/2"),
        play().started());
  }

  @Test
  void startsAtTheTriggerInOfTheSocketThatWasReachedElseByTheStartRule() {
    parent.socket(spell, "inputs", "t", "second", true).wire(start, "trigger", spell, "second");
    child.at(child.add("Trigger In", "first"), -9).at(child.add("Trigger In", "second"), 9);
    child.then("1", child.add("Mix")).then("2", child.add("Mix"));

    assertEquals(List.of("1", "2", "2/2", "2/4"), play().started());

    parent.node(spell).putObject("inputs");
    parent.then(start, spell);
    assertEquals(List.of("1", "2", "2/1", "2/3"), play().started());
  }

  @Test
  void firesTheTriggersWhoseTriggerOutWasReachedAndThoseThatMatchNone() {
    parent.then(start, spell).then(spell, parent.add("Mix"));
    for (String name : List.of("yes", "no", "error")) {
      parent.socket(spell, "outputs", "key of " + name, name, true)
          .wire(spell, name, parent.add("Mix"), "trigger");
    }
    child.then(child.add("Trigger In"), child.add("Trigger Out", "yes"), child.add("Slow"));
    child.then("2", child.add("Mix"));
    child.add("Trigger Out", "no");

    List<String> started = play().started();

    assertEquals(List.of("3", "4", "6"), started.subList(started.size() - 3, started.size()).stream()
        .sorted().toList());
    assertTrue(!started.contains("5"));
  }

  @Test
  void warnsOfAValueThatTheSpellHasNoInputFor() {
    parent.socket(spell, "inputs", "k", "extra", false).wire(value("x"), "output", spell, "k")
        .then(start, spell);
    child.then(child.add("Trigger In"), child.add("Mix"));

    assertEquals(List.of("the spell 'child' has no input 'extra'; its value was left out"),
        play().all(RunEvent.NodeLog.class).map(RunEvent.NodeLog::text).toList());
  }

  @Test
  void stopsAndReachesTheErrorOfTheNodeWhenOneOfItsNodesFails() {
    parent.socket(spell, "outputs", "error", "error", true);
    String output = parent.add("Output", "out");
    parent.then(start, spell).then(spell, parent.add("Mix")).wire(spell, "error", output, "trigger")
        .wire(spell, "message", output, "input");
    String go = child.add("Trigger In");
    String fail = child.add("Fail");
    String late = child.add("Slow");
    child.then(go, fail, late).then(late, child.add("Mix"));

    Heard heard = play();

    assertEquals("\"in the spell 'child': Fail 2: it went wrong\"", heard.output());
    assertEquals(List.of("Fail 2: it went wrong", "Spell 2: in the spell 'child': Fail 2: it went wrong"),
        heard.all(RunEvent.NodeFailed.class).map(failed -> failed.error().message()).toList());
    assertEquals(List.of("2/2", "2"), heard.all(RunEvent.NodeFailed.class).map(RunEvent.NodeFailed::step)
        .toList());
    assertTrue(!heard.started().contains("2/4") && !heard.started().contains("4"));
  }

  @Test
  void endsTheRunWithTheNodeThatFailedWhereNothingCatches() {
    parent.then(start, spell);
    child.then(child.add("Trigger In"), child.add("Fail"));

    RunError error = play().error();

    assertEquals("2/2", error.step().orElseThrow());
    assertEquals("in the spell 'child': Fail 2: it went wrong", error.message());
  }

  @Test
  void failsByNodeAndSpellWhereThereIsNoSuchSpell() {
    parent.then(start, spell);
    Linker linker = new Linker("root", "root", Stage.plan(parent, CATALOG));
    linker.missing().forEach(missing ->
        linker.notFound(missing, "there is no spell '" + missing.idOrName() + "'"));

    RunError error = Stage.play(linker.link(), Stage.json("{}"), RunSettings.USUAL, new SeededHost(0))
        .error();

    assertEquals("Spell 2: there is no spell 'child'", error.message());
  }

  @Test
  void failsWhereTheSpellHasNothingToBeginWith() {
    parent.then(start, spell);
    child.add("Mix");

    assertEquals("Spell 2: the spell 'child' has neither a wired entry nor an output, "
        + "so there is nothing to run",
        play().error().message());
  }

  @Test
  void takesWhatIsRecordedInPlaceOfTheWholeSpell() {
    parent.socket(spell, "outputs", "answer", "answer", false).then(start, spell);
    String output = parent.add("Output", "out");
    parent.then(spell, output).wire(spell, "answer", output, "input");
    child.then(child.add("Trigger In"), child.add("Fail"));
    RunSettings pinned = RunSettings.USUAL.with(Reuse.of(Map.of("2",
        new Recorded(Map.of("answer", TextNode.valueOf("pinned")), List.of("trigger")))));

    Heard heard = Stage.play(program(), Stage.json("{}"), pinned, new SeededHost(0));

    assertEquals("\"pinned\"", heard.output());
    assertEquals(List.of("1", "2", "3"), heard.started());
  }

  @Test
  void namesTheOutputsOfASpellByTypeAndIdWhereTheyHaveNoName() {
    Drawing drawing = new Drawing();
    for (int i = 0; i < 2; i++) {
      String output = drawing.add("Output");
      drawing.give(drawing.add("Input", "in" + i), output);
    }

    assertEquals("{Output 1=5, Output 3=6}",
        Stage.play(drawing, CATALOG, "{\"in0\": 5, \"in1\": 6}").outputs().toString());
  }

  private String value(String text) {
    String input = parent.add("Input", text);
    parent.data(input).put("defaultValue", text);
    return input;
  }

  private Program program() {
    Linker linker = new Linker("root", "root", Stage.plan(parent, CATALOG));
    linker.missing().forEach(missing -> linker.found(missing, "c", "child", Stage.plan(child, CATALOG)));
    return linker.link();
  }

  @Test
  void givesAnEventToTheInputThatNoSocketIsFor() {
    parent.wire(value("said"), "output", spell, "event").wire(spell, "out", parent.add("Output", "out"), "input")
        .then(start, spell).then(spell, "4").socket(spell, "outputs", "out", "out", false);
    child.add("Input", "Input - Other");
    child.give(child.add("Input", "Input - Default"), child.add("Output", "out"));

    assertEquals("\"said\"", play().output());

    parent.socket(spell, "inputs", "own", "Input - Default", false).wire(value("own"), "output", spell, "own");
    assertEquals("\"own\"", play().output());
  }

  private Heard play() {
    return Stage.play(program(), Stage.json("{}"), RunSettings.USUAL, new SeededHost(0));
  }
}
