package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SpellCall;
import io.spellmesh.engine.plan.NodeCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Runs that go to a node of a sub-spell: what leads there is run in each spell on the way, and nothing else of them. */
class RunToInsideTest {
  private final List<String> bodies = new ArrayList<>();
  private final NodeCatalog catalog = Samples.watched(run -> bodies.add(run.key()), Samples.type(
      NodeSpec.of("call", "Call").in(Samples.TRIGGER_IN).out(Samples.TRIGGER).role(new Role.Caller()), run -> {},
      run -> Result.calling(new SpellCall("child", Stage.json("{}"), Optional.empty()))));
  private final Drawing parent = new Drawing();
  private final String start = parent.add("Trigger In");
  private final String before = parent.add("Mix");
  private final String spell = parent.add("Spell");
  private final String behind = parent.add("Mix");
  private final Drawing child = new Drawing();
  private final String go = child.add("Trigger In");
  private final String first = child.add("Mix");
  private final String end = child.add("Mix");
  private final String after = child.add("Mix");

  RunToInsideTest() {
    parent.data(spell).put("spell", "child");
    parent.then(start, before, parent.add("Mix")).then(before, spell).then(spell, behind);
    child.then(go, first, child.add("Mix")).then(first, end).then(end, after);
  }

  @Test
  void leavesOutWhatIsBehindAndBesideInEachSpell() {
    assertEquals(List.of("1", "2", "3", "3/1", "3/2", "3/3"), play("3/3").started());
    assertEquals(List.of("1", "2", "3", "3/1", "3/2", "3/3", "3/4", "3/5"), play("3").started().stream().sorted().toList());
  }

  @Test
  void runsOtherSpellsWhole() {
    String other = parent.add("Spell");
    parent.data(other).put("spell", "child");
    parent.then(start, other).give(other, spell);

    assertEquals(List.of("6/1", "6/2", "6/3", "6/4", "6/5"), play("3/3").started().stream()
        .filter(step -> step.startsWith("6/")).sorted().toList());
  }

  @Test
  void pullsANodeInsideThatNoTriggerLeadsTo() {
    String read = child.add("Mix");
    child.give(first, read);

    assertEquals(List.of("1", "2", "3", "3/2", "3/6"), play("3/6").started());
  }

  @Test
  void goesThereFromTheTriggerThatCame() {
    String way = child.add("Trigger In", "way");
    child.then(way, first);
    parent.socket(spell, "inputs", "w", "way", true).wire(before, "trigger", spell, "w");
    parent.node(spell).withObject("/inputs").remove("trigger");
    parent.node(before).withObject("/outputs/trigger").remove("connections");
    parent.wire(before, "trigger", spell, "w");

    assertEquals(List.of("1", "2", "3", "3/6", "3/2", "3/3"), play("3/3").started());
    assertEquals(List.of("1", "2", "3", "3/5"), play("3/5").started(), "no trigger leads there: it is pulled");
  }

  @Test
  void goesThereInEveryIterationOfTheLoopsAround() {
    Drawing looping = new Drawing();
    String loop = looping.add("For Each");
    looping.data(loop).put("count", 2);
    String inner = looping.add("Spell");
    looping.data(inner).put("spell", "child");
    looping.then(looping.add("Trigger In"), loop).wire(loop, "each", inner, "trigger").then(inner, looping.add("Mix"))
        .wire(loop, "done", looping.add("Mix"), "trigger");

    Heard heard = play(program(looping), RunSettings.USUAL.to(Optional.of("2/3")));

    assertEquals(List.of("3", "1", "1[0]/2", "1[0]/2/1", "1[0]/2/2", "1[0]/2/3", "1[1]/2", "1[1]/2/1", "1[1]/2/2",
        "1[1]/2/3"), heard.started());
    assertEquals("a run goes to a node in every iteration of For Each 1, and not to '1[0]/2/3' alone; "
        + "leave the iteration out", refusal(program(looping), "1[0]/2/3"));
  }

  @Test
  void runsOneNodeInsideAloneOnWhatAnotherRunGave() {
    child.give(first, end);
    Heard whole = play(program(parent), RunSettings.USUAL);
    bodies.clear();

    Heard alone = play(program(parent), RunSettings.USUAL.with(new Reuse(Map.of(),
        Optional.of(new Runner.From(UUID.randomUUID(), "3/3")), History.of(whole.events()).recorded()))
        .to(Optional.of("3/3")));

    assertEquals(List.of("run/3/3"), bodies);
    assertEquals(List.of("2", "3/2"), alone.all(RunEvent.NodeCompleted.class)
        .filter(done -> done.cached().isPresent()).map(RunEvent.NodeCompleted::step).toList());
  }

  @Test
  void saysWhyItCannotGoThere() {
    parent.data(parent.add("Spell")).put("spell", "child").put("disabled", true);
    parent.add("For Each");
    parent.add("Call");
    parent.data(parent.add("Spell")).put("spell", "gone");
    Program program = program(parent);

    assertEquals("the spell has no node '77/1' to run to", refusal(program, "77/1"));
    assertEquals("the spell 'child' has no node '77' to run to", refusal(program, "3/77"));
    assertEquals("the spell has no node '2/1' to run to: Mix 2 runs no spell", refusal(program, "2/1"));
    assertEquals("the spell has no node '6/1' to run to: Spell 6 is disabled", refusal(program, "6/1"));
    assertEquals("the spell has no node '7/1' to run to: For Each 7 is a loop, and what runs in it is named without it",
        refusal(program, "7/1"));
    assertEquals("which spell Call 8 runs is known only when it does, so no run can go to '8/1'",
        refusal(program, "8/1"));
    assertEquals("the spell has no node '9/1' to run to: Spell 9: there is no spell 'gone'", refusal(program, "9/1"));
  }

  private static String refusal(Program program, String to) {
    return assertThrows(Failure.class, () -> play(program, RunSettings.USUAL.to(Optional.of(to)))).getMessage();
  }

  private Program program(Drawing root) {
    Linker linker = new Linker("root", "root", Stage.plan(root, catalog));
    linker.missing().forEach(missing -> {
      if (missing.idOrName().equals("child")) {
        linker.found(missing, "c", "child", Stage.plan(child, catalog));
      } else {
        linker.notFound(missing, "there is no spell '" + missing.idOrName() + "'");
      }
    });
    return linker.link();
  }

  private Heard play(String to) {
    return play(program(parent), RunSettings.USUAL.to(Optional.of(to)));
  }

  private static Heard play(Program program, RunSettings settings) {
    return Stage.play(program, Stage.json("{}"), settings, new SeededHost(0));
  }
}
