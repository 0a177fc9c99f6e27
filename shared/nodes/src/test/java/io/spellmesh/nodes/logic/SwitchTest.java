package io.spellmesh.nodes.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SwitchTest {
  @Test
  void firesTheOutputThatIsNamedLikeTheValue() {
    assertEquals(List.of("stop"), fired("'stop'"));
  }

  @Test
  void firesDefaultIfNoneIs() {
    assertEquals(List.of("default"), fired("'other'"));
  }

  @Test
  void comparesAsText() {
    assertEquals(List.of("5"), fired("5"));
    assertEquals(List.of("5"), fired("5.0"));
    assertEquals(List.of("true"), fired("true"));
  }

  @Test
  void firesDefaultForNothing() {
    assertEquals(Optional.of(List.of("default")), trial().run().fired());
  }

  @Test
  void comparesNamesAndNotKeys() {
    Trial named = Trial.of(new Switch()).with(Output.trigger("k1").named("shown")).given("input", "'shown'");
    Trial keyed = Trial.of(new Switch()).with(Output.trigger("k1").named("shown")).given("input", "'k1'");

    assertEquals(Optional.of(List.of("k1")), named.run().fired());
    assertEquals(Optional.of(List.of("default")), keyed.run().fired());
  }

  @Test
  void firesOneOfTwoOutputsOfOneName() {
    Trial trial = Trial.of(new Switch()).with(Output.trigger("first").named("x"))
        .with(Output.trigger("second").named("x")).given("input", "'x'");

    assertEquals(Optional.of(List.of("first")), trial.run().fired());
  }

  @Test
  void neverFiresADataOutput() {
    Trial trial = Trial.of(new Switch()).with("x", SocketType.STRING).given("input", "'x'");

    assertEquals(Optional.of(List.of("default")), trial.run().fired());
  }

  private static Trial trial() {
    Trial trial = Trial.of(new Switch());
    List.of("go", "stop", "5", "true").forEach(name -> trial.with(name, SocketType.TRIGGER));
    return trial;
  }

  private static List<String> fired(String value) {
    return trial().given("input", value).run().fired().orElseThrow();
  }
}
