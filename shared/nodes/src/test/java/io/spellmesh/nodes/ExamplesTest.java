package io.spellmesh.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.plan.Checked;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.plan.PlanCompiler;
import io.spellmesh.engine.run.Program;
import io.spellmesh.engine.run.RunSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example that needs nothing but time runs on the engine alone, and gives the same whatever waits for how long. */
class ExamplesTest {
  private static final int SCHEDULES = 5;
  private static final NodeCatalog CATALOG = NodeCatalog.installed();

  static List<Path> examples() throws IOException {
    List<Path> alone = new ArrayList<>();
    for (Path file : SpellFiles.examples()) {
      // That one runs another spell, which nobody finds for it here.
      if (!file.endsWith("spell.spell.json") && SpellFiles.runsAlone(CATALOG, SpellFiles.graph(SpellFiles.json(file)))) {
        alone.add(file);
      }
    }
    return alone;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void runsToItsEndWithAnOutput(Path file) throws IOException {
    Checked checked = new PlanCompiler(CATALOG).compile(SpellFiles.graph(SpellFiles.json(file)));
    Program program = Program.of(checked.orRefuse());
    Map<String, JsonNode> outputs = play(program, 0);

    assertEquals(List.of(), checked.warnings());
    assertFalse(outputs.isEmpty());
    for (int schedule = 1; schedule < SCHEDULES; schedule++) {
      assertEquals(outputs, play(program, schedule));
    }
  }

  private static Map<String, JsonNode> play(Program program, long schedule) {
    return Stage.play(program, Stage.json("{}"), RunSettings.USUAL, new SeededHost(schedule)).outputs();
  }
}
