package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.RandomSpell;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.IndexSet;
import io.spellmesh.engine.plan.PlanNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Large random spells: what they give is the same in every schedule. */
class SchedulesTest {
  private static final int SIZE = 120;
  private static final int SCHEDULES = 4;
  static final RunSettings SETTINGS = RunSettings.USUAL.with(new Limits(1_000_000, Duration.ofMinutes(15),
      1 << 30, 1 << 30, Duration.ofSeconds(120)));

  private static final UUID RUN = UUID.randomUUID();

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
      Heard other = Stage.play(program, inputs(), SETTINGS.with(Reuse.of(recorded)), new SeededHost(part));

      assertEquals(sorted(first), sorted(other), "the first " + part + " quarters");
      Set<String> again = new HashSet<>(bodies.keySet());
      again.retainAll(recorded.keySet().stream().map(step -> "run/" + step).toList());
      again.removeIf(key -> isLoop(first, key));
      assertEquals(Set.of(), again);
    }
  }

  /** From any node with what a whole run gave: the same, and nothing runs that does not hang below. */
  @ParameterizedTest(name = "spell {0}")
  @MethodSource("seeds")
  void givesTheSameFromAnyNodeAndRunsNothingElse(long seed) {
    Program program = new RandomSpell(seed, SIZE).program(
        Samples.watched(run -> bodies.merge(run.key(), 1, Integer::sum)));
    Heard first = Stage.play(program, inputs(), SETTINGS, new SeededHost(0));
    Map<String, Recorded> recorded = History.of(first.events()).recorded();
    List<PlanNode> nodes = program.root().nodes();

    for (int i = 0; i < SCHEDULES; i++) {
      PlanNode from = nodes.get((int) ((seed * 31 + i * 7919) % nodes.size()));
      bodies.clear();
      Heard other = Stage.play(program, inputs(), SETTINGS.with(new Reuse(Map.of(),
          Optional.of(new Runner.From(RUN, from.id())), recorded)), new SeededHost(i));

      assertEquals(sorted(first), sorted(other), "from " + from.described());
      IndexSet below = program.root().below(from);
      assertEquals(List.of(), nodes.stream().filter(node -> !below.contains(node.index())
          && !(node.spec().role() instanceof Role.Loop)).map(PlanNode::id)
          .filter(id -> bodies.keySet().stream().anyMatch(key -> key.matches("run/(\\d+\\[\\d+]/)*" + id)))
          .toList(), "from " + from.described());
    }
  }

  /** Pinned to what it gave, whatever that was, any step gives it again. */
  @ParameterizedTest(name = "spell {0}")
  @MethodSource("seeds")
  void givesTheSameWithStepsPinnedToWhatTheyGave(long seed) {
    Program program = new RandomSpell(seed, SIZE).program(
        Samples.watched(run -> bodies.merge(run.key(), 1, Integer::sum)));
    Heard first = Stage.play(program, inputs(), SETTINGS, new SeededHost(0));
    Map<String, ObjectNode> pinned = new HashMap<>();
    // What a pinned step reads is not read; it has to be nothing that would be missed.
    first.all(RunEvent.NodeCompleted.class).filter(done -> (done.seq() + seed) % 3 == 0 && !done.step().contains("/"))
        .forEach(done -> program.root().nodes().stream().filter(node -> node.id().equals(done.step())
            && node.dataInputs().isEmpty() && !(node.spec().role() instanceof Role.Loop)).forEach(node -> {
              ObjectNode outputs = Stage.json("{}").setAll(done.outputs());
              node.triggers().forEach(trigger -> outputs.put(trigger.key(), done.fired().contains(trigger.key())));
              pinned.put(done.step(), outputs);
            }));
    bodies.clear();

    Heard other = Stage.play(program, inputs(), SETTINGS.with(new Reuse(pinned, Optional.empty(), Map.of())),
        new SeededHost(seed));

    assertEquals(sorted(first), sorted(other));
    pinned.keySet().forEach(step -> assertEquals(null, bodies.get("run/" + step), step));
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
