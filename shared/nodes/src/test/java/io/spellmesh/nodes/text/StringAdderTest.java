package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class StringAdderTest {
  @Test
  void addsAtTheEnd() {
    assertEquals("{'output':'ab'}", Trial.of(new StringAdder()).given("string", "'a'")
        .given("newInput", "'b'").outputsOfRun());
    assertEquals(TextNode.valueOf("a\nb"), Trial.of(new StringAdder()).set("newLineStarting", "true")
        .given("string", "'a'").given("newInput", "'b'").run().outputs().get("output"));
  }

  @Test
  void keepsTheLast1000CharactersAndNoHalfOfOne() {
    assertEquals("a".repeat(998) + "bc", sum(Trial.of(new StringAdder()), "x" + "a".repeat(998)));
    assertEquals("bc", sum(Trial.of(new StringAdder()).set("maxLength", "3"), "🧙"));
  }

  @Test
  void takesWhatIsNotThereForEmpty() {
    assertEquals("{'output':''}", Trial.of(new StringAdder()).outputsOfRun());
  }

  private static String sum(Trial trial, String text) {
    return trial.value("string", TextNode.valueOf(text)).given("newInput", "'bc'").run()
        .outputs().get("output").textValue();
  }
}
