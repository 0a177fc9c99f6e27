package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class ReplaceTextTest {
  @Test
  void replacesEveryOccurrence() {
    assertEquals("heLLo", replaced("{'match':'l','replace':'L'}", "hello"));
  }

  @Test
  void takesBothTextsLiterally() {
    assertEquals("a$&b", replaced("{'match':'.*','replace':'$&'}", "a.*b"));
  }

  @Test
  void letsTheSocketsWinOverTheCard() {
    assertEquals("{'output':'xbx'}", Trial.of(new ReplaceText()).set("{'match':'b','replace':'y'}")
        .given("input", "'aba'").given("match", "'a'").given("replace", "'x'").outputsOfRun());
  }

  @Test
  void replacesNothingBetweenAllCharacters() {
    assertEquals("-a-b-", replaced("{'replace':'-'}", "ab"));
  }

  @Test
  void givesNothingForNothing() {
    assertEquals(Result.nothing(), Trial.of(new ReplaceText()).run());
  }

  @Test
  void refusesAResultThatWouldFillTheMemory() {
    String many = "a".repeat(100_000);

    assertEquals("the result would have 10000000000 characters, may have 4000000",
        Trial.of(new ReplaceText()).set("match", "a").set("replace", many)
            .value("input", TextNode.valueOf(many)).failure());
    assertEquals("the result would have 100000200001 characters, may have 4000000".length(),
        Trial.of(new ReplaceText()).set("replace", many + many.repeat(9))
            .value("input", TextNode.valueOf(many)).failure().length());
  }

  private static String replaced(String data, String text) {
    return Trial.of(new ReplaceText()).set(data).value("input", TextNode.valueOf(text)).run()
        .outputs().get("output").textValue();
  }
}
