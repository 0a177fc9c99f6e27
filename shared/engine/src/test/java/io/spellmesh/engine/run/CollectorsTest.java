package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that see every iteration of a loop. */
class CollectorsTest {
  private static final NodeType COLLECT = Samples.type(NodeSpec.of("collect", "Collect")
      .in(Samples.TRIGGER_IN, Samples.INPUT).out(Samples.OUTPUT, Samples.TRIGGER).role(new Role.Collector()),
      run -> {}, run -> {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        all.addAll(run.all(Samples.INPUT));
        return Result.of(Samples.OUTPUT, all);
      });

  private final Drawing drawing = new Drawing();
  private final String start = drawing.add("Trigger In");
  private final String loop = drawing.add("For Each");
  private final String collect = drawing.add("Collect");
  private final String out = drawing.add("Output", "out");

  CollectorsTest() {
    drawing.data(loop).put("count", 4).put("concurrency", 3);
    drawing.then(start, loop).wire(loop, "done", out, "trigger").give(collect, out);
  }

  @ParameterizedTest(name = "schedule {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void givesWhatEveryIterationGaveInTheOrderOfElements(long seed) {
    String body = drawing.add("Slow");
    String echo = drawing.add("Echo");
    drawing.wire(loop, "each", body, "trigger").then(body, echo).wire(loop, "element", echo, "input")
        .give(echo, collect);

    assertEquals("[0,10,20,30]", play(seed).output());
  }

  @Test
  void takesElementsThemselves() {
    drawing.wire(loop, "element", collect, "input");

    assertEquals("[0,10,20,30]", play(0).output());
  }

  @Test
  void pullsInEachIterationWhatNeedsNoTrigger() {
    String gather = drawing.add("Gather");
    drawing.wire(loop, "index", gather, "in").give(gather, collect);

    assertEquals("[[0],[1],[2],[3]]", play(0).output());
  }

  @Test
  void leavesOutIterationsThatDidNotReachTheSource() {
    String choose = drawing.add("Choose");
    String echo = drawing.add("Echo");
    drawing.wire(loop, "each", choose, "trigger").wire(loop, "element", choose, "input")
        .wire(choose, "trigger", echo, "trigger").wire(loop, "element", echo, "input").give(echo, collect);

    assertEquals("[0,20]", play(0).output());
  }

  @Test
  void goesThroughLoopsInsideLoops() {
    String inner = drawing.add("For Each");
    drawing.data(loop).put("count", 2);
    drawing.data(inner).put("count", 2);
    String gather = drawing.add("Gather");
    drawing.wire(loop, "each", inner, "trigger").wire(loop, "index", gather, "a")
        .wire(inner, "index", gather, "b").give(gather, collect).wire(loop, "done", collect, "trigger");

    assertEquals("[[0,0],[0,1],[1,0],[1,1]]", play(0).output());
  }

  /** One that is only pulled is in the outer loop, where whoever pulls it may be. */
  @Test
  void collectsTheInnerLoopWhereNoTriggerSaysWhereItIs() {
    String inner = drawing.add("For Each");
    drawing.data(loop).put("count", 2);
    drawing.data(inner).put("count", 2);
    String gather = drawing.add("Gather");
    String each = drawing.add("Collect");
    String after = drawing.add("Gather");
    String body = drawing.add("Echo");
    drawing.wire(loop, "each", inner, "trigger").wire(loop, "index", gather, "a")
        .wire(inner, "index", gather, "b").give(gather, each).give(each, after).give(after, body)
        .wire(inner, "done", body, "trigger").give(body, collect);

    assertEquals("[[[[0,0],[0,1]]],[[[1,0],[1,1]]]]", play(0).output());
  }

  @Test
  void collectsTheInnerLoopOnlyInsideTheOuter() {
    String inner = drawing.add("For Each");
    drawing.data(loop).put("count", 2);
    drawing.data(inner).put("count", 2);
    String gather = drawing.add("Gather");
    String each = drawing.add("Collect");
    drawing.wire(loop, "each", inner, "trigger").wire(loop, "index", gather, "a")
        .wire(inner, "index", gather, "b").wire(inner, "done", each, "trigger").give(gather, each)
        .give(each, collect);

    assertEquals("[[[0,0],[0,1]],[[1,0],[1,1]]]", play(0).output());
  }

  @Test
  void givesAnEmptyListOfNoElementsAndOfALoopThatIsNotReached() {
    drawing.data(loop).put("count", 0);
    drawing.wire(loop, "element", collect, "input");

    assertEquals("[]", play(0).output());
  }

  /** What a node gives that collects is one value, and not one of each iteration. */
  @Test
  void isSeenFromOutsideAsItIs() {
    String after = drawing.add("Gather");
    String second = drawing.add("Output", "second");
    drawing.wire(loop, "element", collect, "input").give(collect, after).give(after, second)
        .wire(loop, "done", second, "trigger");

    assertEquals("{out=[0,10,20,30], second=[[0,10,20,30]]}",
        new TreeMap<>(play(0).outputs()).toString());
  }

  @Test
  void givesTheSameAfterACrash() {
    String body = drawing.add("Slow");
    drawing.wire(loop, "each", body, "trigger").wire(loop, "element", body, "in").give(body, collect);
    Heard first = play(0);

    for (int event = 1; event < first.events().size(); event++) {
      Map<String, Recorded> recorded = first.recorded(event);
      assertEquals(first.output(), Stage.play(program(), Stage.json("{}"), RunSettings.USUAL.with(Reuse.of(recorded)),
          new SeededHost(event)).output(), "after event " + event);
    }
  }

  private Program program() {
    NodeType choose = Samples.type(NodeSpec.of("choose", "Choose").in(Samples.TRIGGER_IN, Samples.INPUT)
        .out(Samples.TRIGGER), run -> {}, run -> run.need(Samples.INPUT).intValue() % 20 == 0
            ? Result.fire(Samples.TRIGGER) : Result.nothing().firing());
    return Program.of(Stage.plan(drawing, Samples.with(COLLECT, choose)));
  }

  private Heard play(long schedule) {
    return Stage.play(program(), Stage.json("{}"), RunSettings.USUAL, new SeededHost(schedule));
  }
}
