package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.InParts;
import io.spellmesh.engine.lab.RandomSpell;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Large random spells of which half the steps wait: they give what they give when nothing waits. */
class WaitingSchedulesTest {
  private static final int SIZE = 80;

  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("spellmesh.cases", 100));
  }

  @ParameterizedTest(name = "spell {0}")
  @MethodSource("seeds")
  void givesTheSameInManyParts(long seed) {
    Heard atOnce = Stage.play(program(seed, false), Stage.json("{}"), SchedulesTest.SETTINGS, new SeededHost(seed));

    InParts inParts = new InParts(program(seed, true), Stage.json("{}"), SchedulesTest.SETTINGS, seed);
    Heard heard = inParts.play();

    assertEquals(sorted(atOnce), sorted(heard));
    // One story, however often it was parked: nothing is told twice.
    heard.inOrder();
    assertEquals(inParts.parts() - 1, heard.all(RunEvent.Resumed.class).count());
    assertEquals(List.of(), heard.waiting());
    assertEquals(Set.copyOf(atOnce.started()), Set.copyOf(heard.started()));
  }

  /** The owner dies after any event; what it had told is all there is. */
  @ParameterizedTest(name = "spell {0}")
  @MethodSource("seeds")
  void givesTheSameAfterACrash(long seed) {
    Program program = program(seed, true);
    Heard first = new InParts(program, Stage.json("{}"), SchedulesTest.SETTINGS, seed).play();
    int crash = 1 + (int) ((seed * 7919) % (first.events().size() - 1));
    List<RunEvent> known = first.events().subList(0, crash);

    Heard whole = new InParts(program, Stage.json("{}"), SchedulesTest.SETTINGS, seed + 1).playAfter(known);

    assertEquals(sorted(first), sorted(whole), "crash after event " + crash);
    assertEquals(ended(whole).stream().distinct().toList(), ended(whole), "ended twice");
  }

  private static Program program(long seed, boolean isWaiting) {
    return new RandomSpell(seed, SIZE).program(isWaiting ? Samples.waiting(run -> { }) : Samples.with());
  }

  private static List<String> ended(Heard heard) {
    return Stream.concat(heard.all(RunEvent.NodeCompleted.class).map(RunEvent.NodeCompleted::step),
        heard.all(RunEvent.NodeFailed.class).map(RunEvent.NodeFailed::step)).toList();
  }

  private static Map<String, JsonNode> sorted(Heard heard) {
    return new TreeMap<>(heard.outputs());
  }
}
