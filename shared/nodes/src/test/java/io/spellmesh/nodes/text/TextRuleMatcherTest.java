package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRuleMatcherTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      matchBeginningString | hi, hello | Hello there  | true
      matchBeginningString | hi, hello | oh, hello    | false
      matchEndString       | bye        | good BYE    | true
      matchAnyString       | day, night | all nights  | true
      matchAnyString       | day, night | all weeks   | false
      notMatchAnyString    | day         | all weeks  | false
      """)
  void keepsOneRule(String rule, String words, String text, String expected) {
    assertEquals(expected, fired(Trial.of(new TextRuleMatcher()).set(rule, words), text));
  }

  @Test
  void letsALaterRuleOverruleAnEarlierOneAndANotOverruleAll() {
    assertEquals("false", fired(Trial.of(new TextRuleMatcher())
        .set("matchBeginningString", "a").set("matchEndString", "x"), "abc"));
    assertEquals("true", fired(Trial.of(new TextRuleMatcher())
        .set("matchBeginningString", "x").set("matchEndString", "x").set("matchAnyString", "b"), "abc"));
    assertEquals("false", fired(Trial.of(new TextRuleMatcher())
        .set("matchAnyString", "b").set("notMatchEndString", "c"), "abc"));
    assertEquals("false", fired(Trial.of(new TextRuleMatcher())
        .set("matchAnyString", "b").set("notMatchBeginningString", "z, a"), "abc"));
  }

  @Test
  void countsLengthsOnlyIfThereIsALongest() {
    assertEquals("true", fired(Trial.of(new TextRuleMatcher())
        .set("matchAnyString", "b").set("stringMinLength", "10"), "abc"));
    assertEquals("false", fired(Trial.of(new TextRuleMatcher())
        .set("matchAnyString", "b").set("stringMinLength", "10").set("stringMaxLength", "20"), "abc"));
    assertEquals("false", fired(Trial.of(new TextRuleMatcher())
        .set("matchAnyString", "b").set("stringMaxLength", "2"), "abc"));
  }

  @Test
  void takesQuotesOffAndLetsASocketWinOverTheCard() {
    assertEquals("true", fired(Trial.of(new TextRuleMatcher()).set("matchBeginningString", "no")
        .given("matchBeginning", "'ab'"), "\"ABC\""));
  }

  private static String fired(Trial trial, String text) {
    return trial.value("input", TextNode.valueOf(text)).run().fired().orElseThrow().get(0);
  }
}
