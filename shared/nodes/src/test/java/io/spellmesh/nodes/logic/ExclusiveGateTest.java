package io.spellmesh.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExclusiveGateTest {
  @Test
  void passesTheDataOfTheTriggerThatCame() {
    assertEquals("{'output':'b'}", Trial.of(new ExclusiveGate()).by("B trigger")
        .given("A data", "'a'").given("B data", "'b'").outputsOfRun());
  }

  @Test
  void prefersTheExactKey() {
    assertEquals(List.of("text data"), needs("text trigger", "rich text data", "text data"));
    assertEquals("{'output':2}", Trial.of(new ExclusiveGate()).by("text trigger")
        .given("rich text data", "1").given("text data", "2").outputsOfRun());
  }

  @Test
  void takesAKeyThatContainsTheWordAndEndsInData() {
    assertEquals(List.of("the text data"), needs("text trigger", "text", "voice data", "the text data"));
    assertEquals("{'output':2}", Trial.of(new ExclusiveGate()).by("text trigger")
        .given("text", "1").given("the text data", "2").outputsOfRun());
  }

  @Test
  void needsNoOtherData() {
    assertEquals(List.of("A data"), needs("A trigger", "A data", "B data"));
  }

  @Test
  void givesNothingAndGoesOnIfThatDataIsNotWired() {
    assertEquals(List.of(), needs("UPDATE trigger", "READ data"));
    assertEquals(Result.nothing(),
        Trial.of(new ExclusiveGate()).by("UPDATE trigger").given("READ data", "1").run());
  }

  @Test
  void failsWhenPulled() {
    assertEquals(List.of(), new ExclusiveGate().needs(Optional.empty(), List.of("A data")));
    assertEquals("no trigger reached it, so it cannot tell whose data to pass on; wire one of its triggers",
        Trial.of(new ExclusiveGate()).given("A data", "1").failure());
  }

  private static List<String> needs(String trigger, String... wired) {
    return new ExclusiveGate().needs(Optional.of(trigger), List.of(wired));
  }
}
