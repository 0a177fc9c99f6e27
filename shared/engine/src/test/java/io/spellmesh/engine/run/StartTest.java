package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartTest {
  private final Drawing drawing = new Drawing();

  @Test
  void firesTheNamedEntriesThatAreWiredInTheOrderGiven() {
    String a = entry("Input", "a");
    String b = entry("Playtest Input", "b");
    String c = entry("Input", "c");
    entry("Trigger In", "go");

    List<String> started = Stage.play(drawing, Samples.with(), "{\"c\": 1, \"b\": 2}").started();

    assertEquals(List.of(c, b, next(c), next(b)), started);
    assertEquals(List.of(a, next(a)), Stage.play(drawing, Samples.with(), "{\"a\": 1}").started());
  }

  @Test
  void firesTheTopmostWiredTriggerInWhenNoneThatIsNamedIsWired() {
    entry("Playtest Input", "first");
    drawing.at(drawing.add("Trigger In"), -100);
    String low = entry("Trigger In", "low");
    String high = entry("Trigger In", "high");
    drawing.at(low, 50).at(high, -50);
    drawing.add("Input", "value");

    assertEquals(List.of(high, next(high)), Stage.play(drawing, Samples.with(), "{\"value\": 1}").started());
  }

  @Test
  void firesTheFirstWiredPlaytestSourceWhenNoTriggerInIsWired() {
    drawing.add("Trigger In");
    drawing.add("Playtest Input");
    String first = entry("Playtest Input", "b");
    drawing.at(first, 100);
    entry("Playtest Input", "a");
    drawing.add("Output");

    assertEquals(List.of(first, next(first)), Stage.play(drawing, Samples.with()).started());
  }

  @Test
  void pullsTheOutputsWhenNothingFires() {
    String input = drawing.add("Input", "x");
    String output = drawing.add("Output", "out");
    String after = drawing.add("Mix");
    drawing.give(input, output).then(output, after);

    assertEquals("7", Stage.play(drawing, Samples.with(), "{\"x\": 7}").output());
    assertEquals(List.of(output, input), Stage.play(drawing, Samples.with(), "{\"x\": 7}").started()
        .reversed());
  }

  @Test
  void refusesASpellWithNothingToBeginWith() {
    drawing.add("Input", "x");
    drawing.add("Mix");

    Failure failure = assertThrows(Failure.class, () -> Stage.play(drawing, Samples.with()));

    assertEquals(FailureCode.UNPROCESSABLE, failure.code());
    assertEquals("the spell has neither a wired entry nor an output, so there is nothing to run",
        failure.getMessage());
  }

  @Test
  void refusesEveryInputThatTheSpellDoesNotHave() {
    entry("Input", "x");
    entry("Trigger In", "go");
    drawing.add("Playtest Input");

    Failure failure = assertThrows(Failure.class,
        () -> Stage.play(drawing, Samples.with(), "{\"X\": 1, \"x\": 1, \"y\": 1}"));

    assertEquals(FailureCode.UNPROCESSABLE, failure.code());
    assertEquals(List.of("the spell has no input 'X', it has 'x', 'go', 'Playtest Input'",
        "the spell has no input 'y', it has 'x', 'go', 'Playtest Input'"),
        failure.mistakes().stream().map(mistake -> mistake.message()).toList());
  }

  @Test
  void givesEachInputItsOwnValueElseItsDefaultElseNothing() {
    String gather = drawing.add("Gather");
    for (String name : List.of("given", "plain", "absent", "both")) {
      drawing.wire(drawing.add("Input", name), "output", gather, name);
    }
    drawing.data("3").put("defaultValue", "by default");
    drawing.data("5").put("defaultValue", "not this").put("useDefault", true);
    drawing.give(gather, drawing.add("Output", "out"));

    assertEquals("[\"here\",\"by default\",false]",
        Stage.play(drawing, Samples.with(), "{\"both\": false, \"given\": \"here\"}").output());
  }

  /** An entry that fires the node drawn after it. */
  private String entry(String type, String name) {
    String entry = drawing.add(type, name);
    drawing.then(entry, drawing.add("Mix"));
    return entry;
  }

  private static String next(String id) {
    return Integer.toString(Integer.parseInt(id) + 1);
  }
}
