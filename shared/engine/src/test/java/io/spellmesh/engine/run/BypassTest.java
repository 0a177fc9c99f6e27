package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.plan.PlanCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What nodes do that somebody has disabled. */
class BypassTest {
  private final List<String> bodies = new ArrayList<>();
  private final NodeCatalog catalog = Samples.watched(run -> bodies.add(run.key()), Samples.type(
      NodeSpec.of("count-letters", "Count Letters")
          .in(Samples.TRIGGER_IN, Input.list("list"), Input.text("text"), Input.text("more"))
          .out(Output.of("length", SocketType.NUMBER), Output.text("said"), Output.any("any"), Samples.TRIGGER),
      run -> { }, run -> Result.nothing()));
  private final Drawing drawing = new Drawing();
  private final String start = drawing.add("Trigger In");

  @Test
  void handsOnTheTriggerAndTheFirstValueThatFits() {
    String value = drawing.add("Input", "in");
    String letters = drawing.add("Count Letters");
    drawing.then(start, letters).wire(value, "output", letters, "text").wire(value, "output", letters, "more")
        .wire(drawing.add("Mix"), "output", letters, "list");
    String output = drawing.add("Output", "out");
    drawing.then(letters, output).wire(letters, "said", output, "input");

    Heard heard = play(disabled(letters), "{'in':'hello'}");

    assertEquals("\"hello\"", heard.output());
    assertEquals(List.of(letters), bypassed(heard));
    RunEvent.NodeCompleted done = completed(heard, letters);
    assertEquals("{said=\"hello\"}", done.outputs().toString().replace(", any=\"hello\"", ""));
    assertEquals(List.of("trigger"), done.fired());
    assertTrue(done.cached().isEmpty());
  }

  @Test
  void pullsNothingThatItDoesNotHandOn() {
    String read = drawing.add("Mix");
    String unread = drawing.add("Mix");
    String letters = drawing.add("Count Letters");
    drawing.then(start, letters).wire(read, "output", letters, "list").wire(unread, "output", letters, "text");
    String output = drawing.add("Output", "out");
    drawing.then(letters, output).wire(letters, "any", output, "input");

    Heard heard = play(disabled(letters), "{}");

    assertEquals(List.of(start, read, unread, letters, output).stream().sorted().toList(),
        heard.started().stream().sorted().toList());
    bodies.clear();
    drawing.node(letters).withObject("/inputs").remove("list");
    assertTrue(!play(drawing, "{}").started().contains(read));
  }

  @Test
  void givesItsValueToWhoeverPullsIt() {
    String value = drawing.add("Input", "in");
    String echo = drawing.add("Echo");
    String output = drawing.add("Output", "out");
    drawing.give(value, echo).give(echo, output).then(start, output);

    assertEquals("3", play(disabled(echo), "{'in':3}").output());
    assertEquals(List.of("run/" + output), bodies);
  }

  @Test
  void ofSeveralTriggersTheFirstFiresAndNeverAnError() {
    String gate = drawing.add("Gate");
    String fail = drawing.add("Fail");
    String yes = drawing.add("Mix");
    String no = drawing.add("Mix");
    String caught = drawing.add("Mix");
    drawing.then(start, gate, fail).wire(gate, "true", yes, "trigger").wire(gate, "false", no, "trigger")
        .wire(fail, "error", caught, "trigger");
    disabled(gate);

    Heard heard = play(disabled(fail), "{}");

    assertEquals(List.of(start, gate, fail, yes), heard.started());
    assertTrue(heard.last() instanceof RunEvent.Completed);
  }

  @Test
  void aLoopGoesStraightToItsEnd() {
    String loop = drawing.add("For Each");
    drawing.data(loop).put("count", 3);
    String inside = drawing.add("Echo");
    String output = drawing.add("Output", "out");
    drawing.then(start, loop).wire(loop, "each", inside, "trigger").wire(loop, "element", inside, "input")
        .wire(loop, "done", output, "trigger").give(inside, output);

    Heard heard = play(disabled(loop), "{}");

    assertEquals(Map.of(), heard.outputs());
    assertEquals(List.of("done"), completed(heard, loop).fired());
    assertTrue(heard.started().stream().noneMatch(step -> step.contains("[")));
  }

  @Test
  void aLoopWhoseBodyLeadsBackToItStillCompiles() {
    String loop = drawing.add("For Each");
    String inside = drawing.add("Mix");
    drawing.then(start, loop).wire(loop, "each", inside, "trigger").then(inside, loop);

    assertEquals(List.of(start, loop), play(disabled(loop), "{}").started());
  }

  @Test
  void anEntryIsAsIfItWereNotThere() {
    String value = drawing.add("Input", "in");
    String output = drawing.add("Output", "out");
    drawing.then(value, output).give(value, output);
    drawing.data(value).put("defaultValue", "usual");
    disabled(value);

    assertEquals("the spell has no input 'in', it has 'Trigger In'",
        assertThrows(Failure.class, () -> play(drawing, "{'in':1}")).getMessage());
    drawing.then(start, output);
    assertEquals(Map.of(), play(drawing, "{}").outputs());
  }

  @Test
  void anOutputIsNoneOfTheRunAndHandsOn() {
    String first = drawing.add("Output", "first");
    String second = drawing.add("Output", "second");
    String mix = drawing.add("Mix");
    drawing.then(start, first).then(first, second).give(mix, first).give(first, second);

    assertEquals(List.of("second"), List.copyOf(play(disabled(first), "{}").outputs().keySet()));
  }

  @Test
  void whatWaitsForAllWaitsForNone() {
    String join = drawing.add("Wait For All");
    String never = drawing.add("Mix");
    String after = drawing.add("Mix");
    drawing.wire(start, "trigger", join, "a").wire(never, "trigger", join, "b").then(join, after);

    Heard heard = play(disabled(join), "{}");

    assertEquals(List.of(start, join, after), heard.started());
    assertEquals(List.of(), heard.waitingFor());
  }

  @Test
  void aSpellNodeNeedsNoSpell() {
    String spell = drawing.add("Spell");
    drawing.data(spell).put("spell", "nowhere");
    String output = drawing.add("Output", "out");
    drawing.socket(spell, "inputs", "in", "in", false).socket(spell, "outputs", "answer", "answer", false)
        .then(start, spell).then(spell, output).wire(drawing.add("Mix"), "output", spell, "in")
        .wire(spell, "answer", output, "input");

    assertEquals(1, play(disabled(spell), "{}").outputs().size());
  }

  @Test
  void aTriggerOutTellsItsCallerNothing() {
    Drawing child = new Drawing();
    String go = child.add("Trigger In", "go");
    String out = child.add("Trigger Out", "went");
    child.then(go, out);
    child.data(out).put("disabled", true);
    String spell = drawing.add("Spell");
    drawing.data(spell).put("spell", "child");
    drawing.socket(spell, "outputs", "went", "went", true);
    String after = drawing.add("Mix");
    drawing.then(start, spell).wire(spell, "went", after, "trigger");
    Linker linker = new Linker("root", "root", Stage.plan(drawing, catalog));
    linker.missing().forEach(missing -> linker.found(missing, "c", "child", Stage.plan(child, catalog)));

    Heard heard = Stage.play(linker.link(), Stage.json("{}"), RunSettings.USUAL, new SeededHost(0));

    assertTrue(!heard.started().contains(after), heard.started().toString());
  }

  @Test
  void aTypeThatNobodyKnowsCanBeDisabled() {
    String unknown = drawing.add("Of Another House");
    String after = drawing.add("Mix");
    drawing.then(start, unknown).then(unknown, after);

    assertEquals(List.of(start, unknown, after), play(disabled(unknown), "{}").started());
    assertEquals(List.of(), new PlanCompiler(catalog).compile(drawing.graph()).warnings());
  }

  @Test
  void isBypassedThoughItIsPinned() {
    String echo = drawing.add("Echo");
    String output = drawing.add("Output", "out");
    drawing.then(start, echo).then(echo, output).give(drawing.add("Mix"), echo).give(echo, output);
    Reuse pinned = new Reuse(Map.of(echo, Stage.json("{\"output\":\"pinned\"}")), Optional.empty(), Map.of());

    Heard heard = Stage.play(Program.of(Stage.plan(disabled(echo), catalog)), Stage.json("{}"),
        RunSettings.USUAL.with(pinned), new SeededHost(0));

    assertEquals(List.of(echo), bypassed(heard));
    assertTrue(!heard.output().equals("\"pinned\""));
  }

  @Test
  void nothingButTrueDisables() {
    String echo = drawing.add("Echo");
    drawing.then(start, echo);
    for (String other : List.of("false", "null", "'true'", "1", "{}")) {
      drawing.data(echo).set("disabled", Stage.json("{\"is\":" + other.replace('\'', '"') + "}").get("is"));
      bodies.clear();
      play(drawing, "{}");
      assertEquals(List.of("run/" + echo), bodies, other);
    }
  }

  private Drawing disabled(String node) {
    drawing.data(node).put("disabled", true);
    return drawing;
  }

  private Heard play(Drawing spell, String inputs) {
    ObjectNode given = Stage.json(inputs.replace('\'', '"'));
    return Stage.play(Program.of(Stage.plan(spell, catalog)), given, RunSettings.USUAL, new SeededHost(0));
  }

  private static RunEvent.NodeCompleted completed(Heard heard, String step) {
    return heard.all(RunEvent.NodeCompleted.class).filter(done -> done.step().equals(step)).findFirst().orElseThrow();
  }

  private static List<String> bypassed(Heard heard) {
    return heard.all(RunEvent.NodeCompleted.class).filter(done -> done.bypassed().isPresent())
        .map(RunEvent.NodeCompleted::step).toList();
  }
}
