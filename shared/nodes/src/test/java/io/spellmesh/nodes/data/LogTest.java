package io.spellmesh.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTest {
  @Test
  void writesTheValueAndGoesOn() {
    Trial trial = Trial.of(new Log()).given("string", "{'a':1}");

    assertEquals(Result.nothing(), trial.run());
    assertEquals(List.of("info: {\"a\":1}"), trial.lines());
  }

  @Test
  void writesItsNameBefore() {
    Trial trial = Trial.of(new Log()).set("{'name':'Mood'}").given("string", "'fine'");
    trial.run();

    assertEquals(List.of("info: Mood: fine"), trial.lines());
  }

  @Test
  void saysThatThereIsNoValue() {
    Trial trial = Trial.of(new Log());
    trial.run();

    assertEquals(List.of("info: (no value)"), trial.lines());
  }

  @Test
  void shortensWhatIsLongWithoutCuttingACharacterInTwo() {
    Trial trial = Trial.of(new Log()).value("string", TextNode.valueOf("x" + "𝄞".repeat(9_000)));
    trial.run();

    assertEquals("info: x" + "𝄞".repeat(4_999) + "… (18001 characters)", trial.lines().get(0));
  }
}
