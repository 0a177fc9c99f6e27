package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateTextTest {
  @ParameterizedTest
  @CsvSource({"includes,ell,true", "includes,Ell,false", "not includes,x,true", "equals,hello,true",
      "equal,hell,false", "===,hello,true", "!=,hello,false", "not equals,hell,true",
      "startsWith,he,true", "not startsWith,he,false", "starts with,lo,false", "endsWith,lo,true",
      "not endsWith,lo,false", "Ends With,lo,true", "'',ell,true", "not ends with,he,true"})
  void testsTheTextAsSpellsOfAnyAgeSpellIt(String test, String other, String expected) {
    assertEquals(Result.fire(Output.trigger(expected)), Trial.of(new EvaluateText())
        .set("operationType", test).set("fewshot", " " + other + "\n").given("string", "'hello'").run());
  }

  @Test
  void refusesATestThatThereIsNot() {
    assertEquals("Test is 'sounds like', must be one of includes, not includes, equals, not equals, "
        + "starts with, not starts with, ends with, not ends with", Trial.of(new EvaluateText())
        .set("operationType", "sounds like").given("string", "'a'").failure());
  }

  @Test
  void takesNothingForAnEmptyText() {
    assertEquals(Result.fire(EvaluateText.YES), Trial.of(new EvaluateText()).run());
    assertEquals(Result.fire(EvaluateText.NO), Trial.of(new EvaluateText()).set("fewshot", "a").run());
  }
}
