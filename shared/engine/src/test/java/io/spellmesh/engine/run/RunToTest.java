package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.plan.NodeCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Runs that go to a node: what leads there is run, and nothing behind or beside it. */
class RunToTest {
  private final List<String> bodies = new ArrayList<>();
  private final NodeCatalog catalog = Samples.watched(run -> bodies.add(run.key()));
  private final Drawing drawing = new Drawing();
  private final String start = drawing.add("Trigger In");

  @Test
  void leavesOutWhatIsBehindAndBeside() {
    String first = drawing.add("Mix");
    String end = drawing.add("Mix");
    String behind = drawing.add("Mix");
    String output = drawing.add("Output", "out");
    drawing.then(start, first, drawing.add("Mix")).then(first, end, drawing.add("Mix")).then(end, behind)
        .give(end, output).then(behind, output);

    Heard heard = play(end);

    assertEquals(List.of(start, first, end), heard.started());
    assertEquals(Map.of(), heard.outputs());
  }

  @Test
  void pullsWhatItReads() {
    String source = drawing.add("Mix");
    String end = drawing.add("Mix");
    drawing.give(source, end).then(start, end);

    assertEquals(List.of(start, source, end), play(end).started());
  }

  @Test
  void pullsANodeThatNoTriggerLeadsTo() {
    String source = drawing.add("Mix");
    String end = drawing.add("Mix");
    String reader = drawing.add("Mix");
    drawing.then(start, source, reader).give(source, end).give(end, reader);

    assertEquals(List.of(source, end), play(end).started());
  }

  @Test
  void firesTheEntriesThatLeadThereAlone() {
    String other = drawing.add("Trigger In");
    String end = drawing.add("Mix");
    drawing.at(start, 0).at(other, 100).then(start, drawing.add("Mix")).then(other, end);

    assertEquals(List.of(end), play(end).started());
    assertEquals(List.of(start), play(start).started());
  }

  @Test
  void goesThereInEachIterationAndNotOn() {
    String loop = drawing.add("For Each");
    drawing.data(loop).put("count", 2);
    String end = drawing.add("Mix");
    drawing.then(start, loop).wire(loop, "each", end, "trigger").then(end, drawing.add("Mix"))
        .wire(loop, "done", drawing.add("Mix"), "trigger");

    assertEquals(List.of(start, loop, loop + "[0]/" + end, loop + "[1]/" + end), play(end).started());
  }

  @Test
  void runsOneNodeAloneOnWhatAnotherRunGave() {
    String first = drawing.add("Mix");
    String end = drawing.add("Mix");
    drawing.then(start, first).then(first, end, drawing.add("Mix")).give(first, end).then(end, drawing.add("Mix"));
    Program program = Program.of(Stage.plan(drawing, catalog));
    Heard whole = play(program, RunSettings.USUAL);
    bodies.clear();

    Heard alone = play(program, RunSettings.USUAL.with(new Reuse(Map.of(),
        Optional.of(new Runner.From(UUID.randomUUID(), end)), History.of(whole.events()).recorded()))
        .to(Optional.of(end)));

    assertEquals(List.of("run/" + end), bodies);
    assertEquals(whole.all(RunEvent.NodeCompleted.class).filter(done -> done.node().equals(end)).findFirst()
        .orElseThrow().outputs(), alone.all(RunEvent.NodeCompleted.class).toList().getLast().outputs());
  }

  @Test
  void saysWhereItGoesAndGoesThereWhenItGoesOn() {
    String end = drawing.add("Mix");
    drawing.then(start, end).then(end, drawing.add("Mix"));
    Heard heard = play(end);

    assertEquals(Optional.of(end), ((RunEvent.Started) heard.events().getFirst()).to());
    assertEquals(Optional.of(end), RunSettings.USUAL.after(History.of(heard.events()), Map.of()).to());
  }

  @Test
  void refusesANodeThatIsNotThere() {
    drawing.then(start, drawing.add("Mix"));

    Failure refused = assertThrows(Failure.class, () -> play("77"));

    assertEquals(FailureCode.UNPROCESSABLE, refused.code());
    assertEquals("the spell has no node '77' to run to", refused.getMessage());
  }

  private Heard play(String end) {
    return play(Program.of(Stage.plan(drawing, catalog)), RunSettings.USUAL.to(Optional.of(end)));
  }

  private static Heard play(Program program, RunSettings settings) {
    return Stage.play(program, Stage.json("{}"), settings, new SeededHost(0));
  }
}
