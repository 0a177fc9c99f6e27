package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PushTest {
  private final Drawing drawing = new Drawing();
  private final String start = drawing.add("Trigger In");

  @Test
  void runsANodeOnceHoweverManyTriggersReachIt() {
    String left = drawing.add("Echo");
    String right = drawing.add("Slow");
    String end = drawing.add("Mix");
    drawing.then(start, left, right).then(left, end).then(right, end);

    assertEquals(List.of(start, left, right, end), play().started());
  }

  @Test
  void followsTriggersInStoredOrderAndThoseStoredAtTheTargetOnlyLast() {
    String late = drawing.add("Mix");
    String second = drawing.add("Mix");
    String first = drawing.add("Mix");
    drawing.wireAtTarget(start, "trigger", late, "trigger").then(start, first, second);

    assertEquals(List.of(start, first, second, late), play().started());
  }

  @Test
  void firesOnlyTheTriggersThatTheTypeChooses() {
    String gate = drawing.add("Gate");
    String yes = drawing.add("Mix");
    String no = drawing.add("Mix");
    drawing.data(gate).put("tag", 0);
    drawing.then(start, gate).wire(gate, "true", yes, "trigger").wire(gate, "false", no, "trigger");

    assertEquals(List.of(start, gate, yes), play().started());
  }

  @Test
  void waitsForEveryWiredTriggerOfAJoin() {
    String slow = drawing.add("Slow");
    String join = drawing.add("Wait For All");
    String end = drawing.add("Mix");
    drawing.then(start, slow).wire(start, "trigger", join, "a").wire(slow, "trigger", join, "b")
        .wire(start, "trigger", join, "a2").then(join, end);

    assertEquals(List.of(start, slow, join, end), play().started());
  }

  @Test
  void saysWhichTriggersAJoinStillWaitedFor() {
    String gate = drawing.add("Gate");
    String join = drawing.add("Wait For All");
    String never = drawing.add("Mix");
    drawing.data(gate).put("tag", 0);
    drawing.then(start, gate).wire(gate, "false", join, "no").wire(gate, "true", join, "yes")
        .then(join, never);

    Heard heard = play();

    assertEquals(List.of(start, gate), heard.started());
    assertEquals(List.of(new RunEvent.WaitingFor(join, join, List.of("no"))), heard.waitingFor());
  }

  @Test
  void saysOfAJoinThatWasPulledWhichTriggersItStillWaitedFor() {
    String gate = drawing.add("Gate");
    String join = drawing.add("Wait For All");
    String puller = drawing.add("Mix");
    drawing.data(gate).put("tag", 0);
    drawing.then(start, gate, puller).wire(gate, "false", join, "no").wire(gate, "true", join, "yes")
        .wire(join, "value", puller, "in");

    assertEquals(List.of(new RunEvent.WaitingFor(join, join, List.of("no"))), play().waitingFor());
  }

  @Test
  void firesTheTriggersOfANodeThatAPullHasRunOnceAndDoesNotRunItAgain() {
    String pulled = drawing.add("Mix");
    String puller = drawing.add("Echo");
    String between = drawing.add("Slow");
    String again = drawing.add("Slow");
    String after = drawing.add("Mix");
    drawing.then(start, puller, between, again).then(between, pulled).then(again, pulled).then(pulled, after)
        .give(pulled, puller);

    assertEquals(List.of(start, pulled, puller, between, again, after), sorted(play()));
  }

  @Test
  void firesTheTriggersOfANodeThatAPullIsRunningWhenItHasCompleted() {
    String pulled = drawing.add("Slow");
    String puller = drawing.add("Echo");
    String between = drawing.add("Mix");
    String after = drawing.add("Mix");
    drawing.then(start, puller, between).then(between, pulled).then(pulled, after).give(pulled, puller);

    assertEquals(List.of(start, pulled, puller, between, after), sorted(play()));
  }

  @Test
  void doesNotFireTheTriggersOfANodeThatIsOnlyPulled() {
    String pulled = drawing.add("Mix");
    String puller = drawing.add("Echo");
    String after = drawing.add("Mix");
    drawing.then(start, puller).then(pulled, after).give(pulled, puller);

    assertEquals(List.of(start, pulled, puller), play().started());
  }

  private static List<String> sorted(Heard heard) {
    return heard.started().stream().sorted().toList();
  }

  private Heard play() {
    return Stage.play(drawing, Samples.with());
  }
}
