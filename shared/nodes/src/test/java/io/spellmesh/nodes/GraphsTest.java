package io.spellmesh.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.plan.PlanCompiler;
import io.spellmesh.engine.run.History;
import io.spellmesh.engine.run.Limits;
import io.spellmesh.engine.run.Program;
import io.spellmesh.engine.run.Recorded;
import io.spellmesh.engine.run.Reuse;
import io.spellmesh.engine.run.RunSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Large random graphs of the types of this room. */
class GraphsTest {
  private static final int SIZE = 80;
  private static final int SCHEDULES = 4;
  private static final NodeCatalog CATALOG = NodeCatalog.installed();
  private static final RunSettings SETTINGS = RunSettings.USUAL.with(new Limits(100_000, Duration.ofHours(10),
      1 << 30, 8 << 20, Duration.ofSeconds(120)));

  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("spellmesh.cases", 60));
  }

  @ParameterizedTest(name = "graph {0}")
  @MethodSource("seeds")
  void giveTheSameInEverySchedule(long seed) {
    ObjectNode graph = new RandomGraph(seed, SIZE).graph();
    Map<String, JsonNode> outputs = play(graph, 0);

    for (int schedule = 1; schedule < SCHEDULES; schedule++) {
      assertEquals(outputs, play(graph, schedule), "schedule " + schedule);
    }
  }

  @ParameterizedTest(name = "graph {0}")
  @MethodSource("seeds")
  void areTheSameWhenTheyAreSavedAndLoadedAndSaved(long seed) {
    ObjectNode graph = new RandomGraph(seed, SIZE).graph();
    String saved = saved(graph);
    ObjectNode loaded = SpellFiles.graph(Wire.read(saved, JsonNode.class));

    assertEquals(graph, loaded);
    assertEquals(saved, saved(loaded));
    assertEquals(play(graph, 0), play(loaded, 0));
  }

  /** A run from any node, with what a whole run gave in place of everything that does not hang below it. */
  @ParameterizedTest(name = "graph {0}")
  @MethodSource("seeds")
  void giveTheSameFromAnyNode(long seed) {
    Program program = Program.of(new PlanCompiler(CATALOG).compile(new RandomGraph(seed, SIZE).graph()).orRefuse());
    Heard whole = Stage.play(program, Stage.json("{}"), SETTINGS, new SeededHost(0));
    Map<String, Recorded> recorded = History.of(whole.events()).recorded();

    for (int schedule = 1; schedule < SCHEDULES; schedule++) {
      String from = program.root().node((int) ((seed * 31 + schedule * 7919) % program.root().size())).id();
      Heard again = Stage.play(program, Stage.json("{}"), SETTINGS.with(new Reuse(Map.of(),
          Optional.of(new Runner.From(new UUID(0, seed), from)), recorded)), new SeededHost(schedule));

      assertEquals(new TreeMap<>(whole.outputs()), new TreeMap<>(again.outputs()), "from node " + from);
    }
  }

  /** Else the graphs would be the same in every schedule for a poor reason. */
  @Test
  void doMuch() {
    Set<String> completed = new TreeSet<>();
    int outputs = 0;
    for (long seed = 0; seed < 60; seed++) {
      Heard heard = heard(new RandomGraph(seed, SIZE).graph(), 0);
      outputs += heard.outputs().size();
      Map<String, String> types = new HashMap<>();
      heard.all(RunEvent.NodeStarted.class).forEach(event -> types.put(event.step(), event.type()));
      heard.all(RunEvent.NodeCompleted.class).forEach(event -> completed.add(types.get(event.step())));
    }

    assertTrue(outputs > 300, outputs + " outputs");
    assertTrue(completed.size() > 60, completed.size() + " types: " + completed);
  }

  private static String saved(ObjectNode graph) {
    return Wire.text(JsonNodeFactory.instance.objectNode().put("format", "spellmesh/1").put("name", "A graph")
        .<ObjectNode>set("graph", graph));
  }

  private static Map<String, JsonNode> play(ObjectNode graph, long schedule) {
    return new TreeMap<>(heard(graph, schedule).outputs());
  }

  private static Heard heard(ObjectNode graph, long schedule) {
    Program program = Program.of(new PlanCompiler(CATALOG).compile(graph).orRefuse());
    return Stage.play(program, Stage.json("{}"), SETTINGS, new SeededHost(schedule));
  }
}
