package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.plan.NodeCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReuseTest {
  private static final UUID EARLIER = UUID.randomUUID();

  private final List<String> bodies = new ArrayList<>();
  private boolean isBroken;
  /** Fails as long as it is broken. */
  private final NodeType fragile = Samples.type(
      NodeSpec.of("fragile", "Fragile").in(Samples.TRIGGER_IN).out(Samples.OUTPUT, Samples.TRIGGER), run -> { }, run -> {
        if (isBroken) {
          throw new NodeFailure("is broken");
        }
        return Result.of(Samples.OUTPUT, IntNode.valueOf(7));
      });
  /** Chooses what fires. */
  private final NodeType choice = Samples.type(
      NodeSpec.of("choice", "Choice").in(Samples.TRIGGER_IN).out(Output.trigger("left"), Output.trigger("right")),
      run -> { }, run -> Result.fire(Output.trigger("left")));
  private final NodeCatalog catalog = Samples.watched(run -> bodies.add(run.key()), fragile, choice);
  private final Drawing drawing = new Drawing();
  private final String start = drawing.add("Trigger In");

  @Test
  void givesWhatIsPinnedInPlaceOfItsBodyAndOfWhatOnlyThatReads() {
    String unread = drawing.add("Mix");
    String pinned = drawing.add("Mix");
    String output = drawing.add("Output", "out");
    drawing.give(unread, pinned).then(start, pinned).then(pinned, output).give(pinned, output);

    Heard heard = play(pins("{'" + pinned + "':{'output':'pinned'}}"));

    assertEquals("\"pinned\"", heard.output());
    assertEquals(List.of("run/" + output), bodies);
    assertEquals(List.of(pinned), cached(heard));
  }

  @Test
  void firesTheTriggersThatThePinNamesElseAllButError() {
    String pinned = drawing.add("Choice");
    drawing.then(start, pinned).wire(pinned, "left", drawing.add("Mix"), "trigger")
        .wire(pinned, "right", drawing.add("Mix"), "trigger");

    assertEquals(List.of(start, pinned, "3", "4"), play(pins("{'2':{}}")).started());
    assertEquals(List.of(start, pinned, "4"), play(pins("{'2':{'right':true}}")).started());
    assertEquals(List.of(start, pinned), play(pins("{'2':{'right':false}}")).started());
  }

  @Test
  void pinsEveryIterationByTheNodesIdAndOneByItsStep() {
    String loop = drawing.add("For Each");
    drawing.data(loop).put("count", 3);
    String inside = drawing.add("Echo");
    String output = drawing.add("Output", "out");
    drawing.then(start, loop).wire(loop, "each", inside, "trigger").wire(loop, "element", inside, "input")
        .wire(loop, "done", output, "trigger").give(inside, output);

    assertEquals(List.of("2[0]/3", "2[1]/3", "2[2]/3"), cached(play(pins("{'3':{'output':'all'}}"))));
    assertEquals(List.of("2[1]/3"), cached(play(pins("{'2[1]/3':{'output':'one'}}"))));
    assertEquals("20", play(pins("{'2[1]/3':{'output':'one'}}")).output());
    assertEquals("\"last\"", play(pins("{'2[2]/3':{'output':'last'}}")).output());
  }

  @Test
  void pinsInsideASubSpell() {
    Drawing child = new Drawing();
    String value = child.add("Input", "in");
    child.give(value, child.add("Output", "answer"));
    String spell = drawing.add("Spell");
    drawing.data(spell).put("spell", "child");
    String output = drawing.add("Output", "out");
    drawing.socket(spell, "outputs", "answer", "answer", false).then(start, spell).then(spell, output)
        .wire(spell, "answer", output, "input");
    Linker linker = new Linker("root", "root", Stage.plan(drawing, catalog));
    linker.missing().forEach(missing -> linker.found(missing, "c", "child", Stage.plan(child, catalog)));
    Program program = linker.link();

    Heard heard = play(program, pins("{'2/1':{'output':5}}"));

    assertEquals("5", heard.output());
    assertEquals(List.of("2/1"), cached(heard));
    assertEquals("the spell 'child' has no node '9' whose outputs could be pinned",
        assertThrows(Failure.class, () -> play(program, pins("{'2/9':{}}"))).getMessage());
  }

  @Test
  void saysEverythingThatIsWrongWithPins() {
    drawing.then(start, drawing.add("For Each"), drawing.add("Mix"));

    Failure refused = assertThrows(Failure.class,
        () -> play(pins("{'2':{'element':1},'3':{'nonsense':1,'trigger':'yes'},'8':{}}")));

    assertEquals(FailureCode.UNPROCESSABLE, refused.code());
    assertEquals(List.of("For Each 2 is a loop, which cannot be pinned; pin what gives it its elements",
        "Mix 3 has no output 'nonsense' to pin, it has 'output', 'trigger'",
        "the trigger 'trigger' of Mix 3 is pinned to string, must be true or false",
        "the spell has no node '8' whose outputs could be pinned"),
        refused.mistakes().stream().map(Mistake::message).toList());
    assertEquals("the spell has no node '9' to run from", assertThrows(Failure.class,
        () -> play(new Reuse(Map.of(), from("9"), Map.of()))).getMessage());
  }

  @Test
  void runsOnlyWhatHangsBelowTheNodeItGoesFrom() {
    String above = drawing.add("Mix");
    String beside = drawing.add("Slow");
    String from = drawing.add("Mix");
    String output = drawing.add("Output", "out");
    drawing.give(above, from).give(above, beside).then(start, beside, from).then(from, output).give(from, output);
    Heard first = play(Reuse.NOTHING);
    bodies.clear();

    Heard again = play(new Reuse(Map.of(), from(from), History.of(first.events()).recorded()));

    assertEquals(first.outputs(), again.outputs());
    assertEquals(List.of("run/" + from, "run/" + output), bodies);
    assertEquals(List.of(above, beside), cached(again).stream().sorted().toList());
  }

  @Test
  void triesAgainWhatEndedTheEarlierRun() {
    String broken = drawing.add("Fragile");
    String other = drawing.add("Mix");
    String output = drawing.add("Output", "out");
    drawing.then(start, other, broken).then(broken, output).give(broken, output);
    isBroken = true;
    Heard failed = play(Reuse.NOTHING);
    assertEquals("Fragile 2: is broken", failed.error().message());
    isBroken = false;
    bodies.clear();

    Heard again = play(new Reuse(Map.of(), from(other), History.of(failed.events()).recorded()));

    assertEquals("7", again.output());
  }

  @Test
  void goesOnAfterACrashWithWhatItTookOver() {
    String unread = drawing.add("Mix");
    String pinned = drawing.add("Mix");
    String slow = drawing.add("Slow");
    String output = drawing.add("Output", "out");
    drawing.give(unread, pinned).then(start, pinned).then(pinned, slow).then(slow, output).give(pinned, output);
    Reuse pins = pins("{'" + pinned + "':{'output':'pinned'}}");
    Program program = Program.of(Stage.plan(drawing, catalog));
    Heard whole = play(program, pins);

    for (int crash = 1; crash < whole.events().size(); crash++) {
      bodies.clear();
      Heard rest = Stage.play(program, Stage.json("{}"),
          RunSettings.USUAL.with(pins).after(History.of(whole.events().subList(0, crash)), Map.of()), new SeededHost(0));

      assertEquals(whole.outputs(), rest.outputs(), "after event " + crash);
      assertEquals(List.of(), bodies.stream().filter(key -> key.endsWith("/" + unread) || key.endsWith("/" + pinned))
          .toList(), "after event " + crash);
    }
  }

  @Test
  void tellsWithWhatItBegan() {
    drawing.then(start, drawing.add("Mix"));

    RunEvent.Started started = (RunEvent.Started) play(new Reuse(pins("{'2':{'output':1}}").pinned(), from("2"),
        Map.of())).events().getFirst();

    assertEquals("Optional[{2={\"output\":1}}]", started.pinned().toString());
    assertEquals(from("2"), started.from());
  }

  private static Optional<Runner.From> from(String node) {
    return Optional.of(new Runner.From(EARLIER, node));
  }

  private static Reuse pins(String json) {
    Map<String, ObjectNode> pinned = new LinkedHashMap<>();
    Stage.json(json.replace('\'', '"')).properties()
        .forEach(node -> pinned.put(node.getKey(), (ObjectNode) node.getValue()));
    return new Reuse(pinned, Optional.empty(), Map.of());
  }

  private static List<String> cached(Heard heard) {
    return heard.all(RunEvent.NodeCompleted.class).filter(done -> done.cached().isPresent())
        .map(RunEvent.NodeCompleted::step).toList();
  }

  private Heard play(Reuse reuse) {
    return play(Program.of(Stage.plan(drawing, catalog)), reuse);
  }

  private static Heard play(Program program, Reuse reuse) {
    return Stage.play(program, Stage.json("{}"), RunSettings.USUAL.with(reuse), new SeededHost(0));
  }
}
