package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.RandomSpell;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Large random spells: what they give is the same in every schedule. */
class SchedulesTest {
  private static final int SIZE = 120;
  private static final int SCHEDULES = 4;
  static final RunSettings SETTINGS = RunSettings.USUAL.with(new Limits(1_000_000, Duration.ofMinutes(15),
      1 << 30, 1 << 30, Duration.ofSeconds(120)));

  private final Map<String, Integer> bodies = new HashMap<>();

  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("spellmesh.cases", 100));
  }

  @ParameterizedTest(name = "spell {0}")
  @MethodSource("seeds")
  void givesTheSameInEveryScheduleAndRunsEachBodyOnce(long seed) {
    Program program = new RandomSpell(seed, SIZE).program(
        Samples.watched(run -> bodies.merge(run.key(), 1, Integer::sum)));
    Heard first = Stage.play(program, inputs(), SETTINGS, new SeededHost(0));
    Map<String, Integer> run = Map.copyOf(bodies);

    for (int schedule = 1; schedule < SCHEDULES; schedule++) {
      bodies.clear();
      Heard other = Stage.play(program, inputs(), SETTINGS, new SeededHost(schedule));

      assertEquals(sorted(first), sorted(other), "schedule " + schedule);
      assertEquals(run, bodies, "schedule " + schedule);
      assertEquals(Set.copyOf(first.waitingFor()), Set.copyOf(other.waitingFor()), "schedule " + schedule);
    }
    assertTrue(run.values().stream().allMatch(times -> times == 1), () -> "more than once: " + run);
  }

  @ParameterizedTest(name = "spell {0}")
  @MethodSource("seeds")
  void tellsTheSameEventsInTheSameSchedule(long seed) {
    Program program = new RandomSpell(seed, SIZE).program(Samples.with());

    assertEquals(Stage.play(program, inputs(), SETTINGS, new SeededHost(seed)).events(),
        Stage.play(program, inputs(), SETTINGS, new SeededHost(seed)).events());
  }

  @ParameterizedTest(name = "spell {0}")
  @MethodSource("seeds")
  void keepsRunsOfOnePlanApart(long seed) {
    Program program = new RandomSpell(seed, SIZE).program(Samples.with());
    List<ObjectNode> inputs = List.of(inputs(), inputs().put("in1", "another"), inputs());
    SeededHost host = new SeededHost(seed);
    List<Heard> heard = new ArrayList<>();
    for (ObjectNode own : inputs) {
      Heard events = new Heard();
      heard.add(events);
      host.post(new Run("run " + heard.size(), program, own, SETTINGS, host, events)::start);
    }
    host.settle();

    for (int i = 0; i < inputs.size(); i++) {
      assertEquals(sorted(Stage.play(program, inputs.get(i), SETTINGS, new SeededHost(99))),
          sorted(heard.get(i).inOrder()));
    }
  }

  @ParameterizedTest(name = "spell {0}")
  @MethodSource("seeds")
  void givesTheSameWithWhatIsRecordedAndRunsNoneOfIt(long seed) {
    Program program = new RandomSpell(seed, SIZE).program(
        Samples.watched(run -> bodies.merge(run.key(), 1, Integer::sum)));
    Heard first = Stage.play(program, inputs(), SETTINGS, new SeededHost(0));

    for (int part = 1; part <= 4; part++) {
      Map<String, Recorded> recorded = first.recorded(first.events().size() * part / 4);
      bodies.clear();
      Heard other = Stage.play(program, inputs(), SETTINGS.with(recorded), new SeededHost(part));

      assertEquals(sorted(first), sorted(other), "the first " + part + " quarters");
      Set<String> again = new HashSet<>(bodies.keySet());
      again.retainAll(recorded.keySet().stream().map(step -> "run/" + step).toList());
      again.removeIf(key -> isLoop(first, key));
      assertEquals(Set.of(), again);
    }
  }

  /** What a process does that takes over a run whose owner died. */
  @ParameterizedTest(name = "spell {0}")
  @MethodSource("seeds")
  void givesTheSameAfterACrashAfterAnyEvent(long seed) {
    Program program = new RandomSpell(seed, SIZE).program(Samples.with());
    Heard first = Stage.play(program, inputs(), SETTINGS, new SeededHost(0));
    int crash = 1 + (int) ((seed * 7919) % (first.events().size() - 1));

    Heard rest = Stage.play(program, inputs(),
        SETTINGS.after(History.of(first.events().subList(0, crash)), Map.of()), new SeededHost(seed));

    assertEquals(sorted(first), sorted(rest), "crash after event " + crash);
    Set<String> told = first.recorded(crash).keySet();
    assertEquals(List.of(), rest.all(RunEvent.NodeCompleted.class).map(RunEvent.NodeCompleted::step)
        .filter(told::contains).toList());
    assertEquals(crash + 1, rest.events().getFirst().seq());
  }

  private static boolean isLoop(Heard heard, String key) {
    return heard.all(RunEvent.NodeStarted.class)
        .anyMatch(started -> key.equals("run/" + started.step()) && started.type().equals("for-each"));
  }

  private static Map<String, JsonNode> sorted(Heard heard) {
    return new TreeMap<>(heard.outputs());
  }

  private static ObjectNode inputs() {
    return Stage.json("{\"in0\": \"hello\"}");
  }
}
