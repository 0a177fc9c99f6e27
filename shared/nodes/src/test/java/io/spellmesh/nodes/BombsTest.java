package io.spellmesh.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.plan.PlanCompiler;
import io.spellmesh.engine.run.Program;
import io.spellmesh.engine.run.RunSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spells that want to fill the memory or to keep a thread for ever end with a word about it. */
class BombsTest {
  private static final NodeCatalog CATALOG = NodeCatalog.installed();

  private final Drawing drawing = new Drawing();
  private final String start = drawing.add("Trigger In");

  @Test
  void aTextThatIsDoubledAThousandTimes() {
    String text = drawing.add("String Variable");
    drawing.data(text).put("_var", "boom");
    String last = text;
    String before = start;
    for (int i = 0; i < 1_000; i++) {
      String doubled = drawing.add("Combine Text");
      drawing.wire(last, "output", doubled, "a").wire(last, "output", doubled, "b").then(before, doubled);
      last = doubled;
      before = doubled;
    }

    assertEquals("Combine Text 22: the result would have 4194304 characters, may have 4000000", failure());
  }

  @Test
  void aLoopOfTenThousandInALoopOfTenThousand() {
    String numbers = drawing.add("Number Range");
    drawing.data(numbers).put("end", 10_000);
    String outer = drawing.add("ForEach");
    String inner = drawing.add("Parallel For Each");
    drawing.wire(start, "trigger", outer, "act1").wire(numbers, "output", outer, "array")
        .wire(outer, "act", inner, "trigger").wire(numbers, "output", inner, "array")
        .wire(inner, "act", drawing.add("Echo"), "trigger");

    assertEquals("the run took more than 10000 steps, which is the limit", failure());
  }

  @Test
  void manySocketsWithOneLargeText() {
    String text = drawing.add("String Variable");
    drawing.data(text).put("_var", "x".repeat(100_000));
    String json = drawing.add("Inputs To JSON");
    for (int i = 0; i < 500; i++) {
      drawing.wire(text, "output", json, "in" + i);
    }
    drawing.then(start, json);

    assertTrue(failure().startsWith("Inputs To JSON 3: the result would have 4"), failure());
  }

  @Test
  void jsonThatIsNestedTenThousandDeep() {
    String text = drawing.add("String Variable");
    drawing.data(text).put("_var", "[".repeat(10_000));
    String json = drawing.add("JSON To Object");
    drawing.wire(text, "output", json, "input").then(start, json);

    assertTrue(failure().startsWith("JSON To Object 3: input 'input': got text that is not JSON"), failure());
  }

  @Test
  void aListThatWrapsItselfAgainAndAgain() {
    String before = start;
    String last = drawing.add("String Variable");
    for (int i = 0; i < 300; i++) {
      String wrapped = drawing.add("Compose Object");
      drawing.wire(last, "output", wrapped, "a").then(before, wrapped);
      last = wrapped;
      before = wrapped;
    }

    assertTrue(failure().endsWith("the value is nested more than 200 levels deep"), failure());
  }

  /** Each value is small; what a run holds together is not. */
  @Test
  void manyLargeTexts() {
    String numbers = drawing.add("Number Range");
    drawing.data(numbers).put("end", 100);
    String loop = drawing.add("ForEach");
    String text = drawing.add("String Variable");
    drawing.data(text).put("_var", "x".repeat(900_000));
    String echo = drawing.add("Echo");
    drawing.wire(start, "trigger", loop, "act1").wire(numbers, "output", loop, "array")
        .wire(loop, "act", echo, "trigger").wire(text, "output", echo, "source");

    assertTrue(failure().startsWith("the run's outputs are more than 33554432 bytes together"), failure());
  }

  @ParameterizedTest
  @CsvSource({"Regular Expression,rule", "Match Text,pattern"})
  void anExpressionThatLooksAtALongTextAgainForEachMatch(String type, String control) {
    String text = drawing.add("String Variable");
    drawing.data(text).put("_var", "a".repeat(200_000));
    String node = drawing.add(type);
    drawing.data(node).put(control, "a.*b|a");
    drawing.wire(text, "output", node, "input").then(start, node);

    assertEquals(type + " 3: the expression takes too many steps for a text of 200000 characters", failure());
  }

  @Test
  void aTemplateThatGoesThroughAListForEachOfItsElements() {
    String numbers = drawing.add("Number Range");
    drawing.data(numbers).put("end", 1_000);
    String template = drawing.add("Text Template");
    drawing.data(template).put("fewshot",
        "{{#each list}}{{#each ../list}}{{#each ../../list}}x{{/each}}{{/each}}{{/each}}");
    drawing.wire(numbers, "output", template, "list").then(start, template);

    assertEquals("Text Template 3: the template takes more than 200000 steps to fill", failure());
  }

  private String failure() {
    Program program = Program.of(new PlanCompiler(CATALOG).compile(drawing.graph()).orRefuse());
    return Stage.play(program, Stage.json("{}"), RunSettings.USUAL, new SeededHost(0)).error().message();
  }
}
