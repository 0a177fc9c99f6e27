package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PullTest {
  private final Drawing drawing = new Drawing();
  private final String gather = drawing.add("Gather");
  private final String out = drawing.add("Output", "out");

  PullTest() {
    drawing.give(gather, out);
  }

  @Test
  void givesValuesInTheOrderOfTheAddedSocketsThenInStoredOrder() {
    drawing.wire(drawing.add("Input", "a"), "output", gather, "z")
        .wire(drawing.add("Input", "b"), "output", gather, "y")
        .wire(drawing.add("Input", "c"), "output", gather, "x")
        .wire(drawing.add("Input", "d"), "output", gather, "y");
    drawing.socket(gather, "inputs", "x", "x", false).socket(gather, "inputs", "y", "y", false);

    assertEquals("[3,2,4,1]", play("{\"a\": 1, \"b\": 2, \"c\": 3, \"d\": 4}"));
  }

  @Test
  void takesOfSeveralEdgesThoseThatNeedNoTrigger() {
    String triggered = drawing.add("Mix");
    String unset = drawing.add("Input", "unset");
    drawing.data(unset).put("defaultValue", "a default is not given");
    drawing.wire(drawing.add("Gate"), "true", triggered, "trigger").wire(triggered, "output", gather, "in")
        .wire(unset, "output", gather, "in").wire(drawing.add("Input", "b"), "output", gather, "in")
        .wire(echoOf("d"), "output", gather, "in");

    assertEquals("[2,4]", play("{\"d\": 4, \"b\": 2}"));
  }

  @Test
  void takesOfSeveralEdgesThoseWhoseSourceHasCompleted() {
    String entry = drawing.add("Trigger In");
    String first = drawing.add("Echo");
    String second = drawing.add("Echo");
    drawing.give(drawing.add("Input", "a"), first).give(drawing.add("Input", "b"), second);
    drawing.wire(first, "output", gather, "in").wire(second, "output", gather, "in");
    drawing.then(entry, second).then(second, out).wire(drawing.add("Gate"), "true", first, "trigger");

    assertEquals("[2]", play("{\"a\": 1, \"b\": 2}"));
  }

  @Test
  void takesOfSeveralEdgesThoseUnderWayWhenNoneHasCompleted() {
    String entry = drawing.add("Trigger In");
    String idle = drawing.add("Mix");
    String slow = drawing.add("Slow");
    drawing.then(drawing.add("Trigger In"), idle).at("6", 99);
    drawing.wire(idle, "output", gather, "in").wire(slow, "output", gather, "in").then(entry, slow, out);

    Heard heard = Stage.play(drawing, Samples.with());

    assertTrue(!heard.started().contains(idle), () -> heard.started().toString());
  }

  @Test
  void takesOfSeveralEdgesTheFirstWhenNoneIsUnderWay() {
    String first = drawing.add("Mix");
    String second = drawing.add("Mix");
    String never = drawing.add("Gate");
    drawing.wire(never, "true", first, "trigger").wire(never, "true", second, "trigger");
    drawing.wire(first, "output", gather, "in").wire(second, "output", gather, "in");

    assertEquals(List.of(out, gather, first).stream().sorted().toList(),
        Stage.play(drawing, Samples.with()).started().stream().sorted().toList());
  }

  @Test
  void leavesOutSourcesThatGiveNothing() {
    drawing.wire(drawing.add("Input", "a"), "output", gather, "in")
        .wire(drawing.add("Mix"), "no such output", gather, "in")
        .wire(drawing.add("Mix"), "none", gather, "x")
        .wire(drawing.add("Echo"), "output", gather, "in");

    assertEquals("[1]", play("{\"a\": 1}"));
  }

  @Test
  void pullsOnlyWhatTheTypeNeedsForTheTriggerThatCame() {
    String entry = drawing.add("Trigger In");
    String chooser = drawing.add("Chooser");
    String a = drawing.add("Fail");
    drawing.wire(a, "output", chooser, "a data").wire(drawing.add("Input", "b"), "output", chooser, "b data")
        .wire(entry, "trigger", chooser, "b trigger").wire(chooser, "output", gather, "in")
        .then(chooser, out);

    assertEquals("[2]", Stage.play(drawing, Samples.with(new Chooser()), "{\"b\": 2}").output());
  }

  @Test
  void failsATypeThatNeedsATriggerAndIsPulled() {
    String chooser = drawing.add("Chooser");
    drawing.wire(drawing.add("Fail"), "output", chooser, "a data").wire(chooser, "output", gather, "in");

    Heard heard = Stage.play(drawing, Samples.with(new Chooser()));

    assertEquals(FailureCode.UNPROCESSABLE, heard.error().code());
    assertEquals("Chooser 3: no trigger reached it", heard.error().message());
  }

  private String echoOf(String input) {
    String echo = drawing.add("Echo");
    drawing.give(drawing.add("Input", input), echo);
    return echo;
  }

  private String play(String inputs) {
    return Stage.play(drawing, Samples.with(), inputs).output();
  }

  private static final class Chooser implements NodeType {
    @Override
    public NodeSpec spec() {
      return NodeSpec.of("chooser", "Chooser").out(Samples.TRIGGER, Samples.OUTPUT).effect(Effect.PURE)
          .build();
    }

    @Override
    public Result run(NodeRun run) {
      run.reachedBy().orElseThrow(() -> new NodeFailure("no trigger reached it"));
      return Result.of(Samples.OUTPUT, run.inputs().values().iterator().next());
    }

    @Override
    public List<String> needs(Optional<String> trigger, List<String> wired) {
      return trigger.map(came -> List.of(came.replace("trigger", "data"))).orElse(List.of());
    }
  }
}
