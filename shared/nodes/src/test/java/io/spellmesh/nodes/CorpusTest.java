package io.spellmesh.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.plan.PlanCompiler;
import io.spellmesh.engine.run.Program;
import io.spellmesh.engine.run.RunSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real spells whose nodes only compute answer what they must, on the engine alone. */
class CorpusTest {
  private static final NodeCatalog CATALOG = NodeCatalog.installed();

  @TestFactory
  Stream<DynamicTest> everyRunOfNodesThatAreHereAnswersAsRequired() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (ObjectNode row : SpellFiles.corpusRuns()) {
      String name = row.get("spell").textValue();
      ObjectNode graph = SpellFiles.graph(SpellFiles.corpusSpell(name));
      if (row.path("required").has("outputs") && SpellFiles.runsAlone(CATALOG, graph)) {
        tests.add(DynamicTest.dynamicTest(name + " " + row.get("inputs"), () ->
            assertEquals(row.at("/required/outputs"), play(graph, (ObjectNode) row.get("inputs")))));
      }
    }
    assertFalse(tests.isEmpty());
    return tests.stream();
  }

  private static JsonNode play(ObjectNode graph, ObjectNode inputs) {
    Program program = Program.of(new PlanCompiler(CATALOG).compile(graph).orRefuse());
    ObjectNode outputs = JsonNodeFactory.instance.objectNode();
    Stage.play(program, inputs, RunSettings.USUAL, new SeededHost(0)).outputs().forEach(outputs::set);
    // Numbers are compared as they are written.
    return Wire.read(Wire.text(outputs), JsonNode.class);
  }
}
