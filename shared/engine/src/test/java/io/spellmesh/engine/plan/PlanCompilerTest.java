package io.spellmesh.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Mistake;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Samples;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanCompilerTest {
  private final Drawing drawing = new Drawing();

  @Test
  void leavesOutEdgesToNodesThatAreNotThereAndThoseStoredAtTheSourceOnly() {
    String a = drawing.add("Mix");
    String b = drawing.add("Mix");
    drawing.wireAtSource(a, "trigger", b, "trigger").wireAtTarget("9", "trigger", a, "trigger")
        .wireAtSource(b, "output", "8", "in").wireAtTarget(a, "output", b, "in");

    Checked checked = compile();

    assertEquals(List.of(), checked.errors());
    assertEquals(List.of(
        Mistake.at("1", "trigger", "the edge from node '9', which the spell does not have, was left out"),
        Mistake.at("1", "trigger", "the edge to 'trigger' of node '2' is not stored there, and was left out"),
        Mistake.at("2", "output", "the edge to node '8', which the spell does not have, was left out")),
        checked.warnings());
    assertEquals(List.of(new DataInput("in", "in", List.of(new Source(0, "output")))),
        checked.plan().node(1).dataInputs());
  }

  @Test
  void isKeptFromRunningByNothingThatLeadsNowhere() {
    String a = drawing.add("Mix");
    String b = drawing.add("Mix");
    drawing.wire(a, "output", b, "in");
    Plan without = compile().plan();
    ((ArrayNode) drawing.node(b).at("/inputs/in/connections")).insertObject(0).putNull("node").put("output", "output");
    ((ArrayNode) drawing.node(a).at("/outputs/output/connections")).addObject().put("input", "in");
    drawing.data(a).putObject("inputs");
    drawing.data(b).putObject("outputs");

    Checked checked = compile();

    assertEquals(List.of(), checked.errors());
    assertEquals(List.of(
        Mistake.at("1", "output", "connection 1 is left out: 'node' is missing, must be the id of a node"),
        Mistake.at("1", "'data.inputs' is an empty object, must be a list of sockets"),
        Mistake.at("2", "in", "connection 0 is left out: 'node' is null, must be the id of a node"),
        Mistake.at("2", "'data.outputs' is an empty object, must be a list of sockets")), checked.warnings());
    for (int node = 0; node < 2; node++) {
      assertEquals(without.node(node).dataInputs(), checked.plan().node(node).dataInputs());
      assertEquals(without.node(node).triggers(), checked.plan().node(node).triggers());
    }
  }

  @Test
  void takesAnEdgeForATriggerIfItsSourceOutputIsOne() {
    String known = drawing.add("Mix");
    String unknown = drawing.add("Mystery");
    String target = drawing.add("Mix");
    drawing.socket(known, "outputs", "k", "added", true);
    drawing.wire(known, "undeclared", target, "a").wire(known, "added", target, "b")
        .wire(unknown, "trigger", target, "c").wire(unknown, "error", target, "d");

    PlanNode node = compile().plan().node(2);

    assertEquals(List.of("b", "c"), node.wiredTriggers());
    assertEquals(List.of("a", "d"), node.dataKeys());
  }

  @Test
  void takesDataForTheTriggerItWasCalledBefore2022UnlessItIsDeclared() {
    String old = drawing.add("Mix");
    String declared = drawing.add("Mix");
    drawing.socket(declared, "outputs", "data", "data", false).wire(old, "data", drawing.add("Mix"), "data")
        .wire(declared, "data", "3", "in");

    PlanNode node = compile().plan().node(2);

    assertEquals(List.of("data"), node.wiredTriggers());
    assertEquals(List.of("in"), node.dataKeys());
  }

  @Test
  void keepsNodesOfUnknownTypesAndWarnsOfThem() {
    drawing.add("Mystery");

    Checked checked = compile();

    assertEquals(List.of(Mistake.at("1", "the node type 'Mystery' is not known here; the node is kept, and "
        + "fails if it is reached")), checked.warnings());
    assertEquals("Mystery", checked.plan().node(0).typeName());
  }

  @Test
  void warnsOfOutputsThatShareAName() {
    drawing.add("Output", "out");
    drawing.add("Output", "out");
    drawing.add("Output");
    drawing.add("Output");

    assertEquals(List.of("2"), compile().warnings().stream().map(mistake -> mistake.node().orElseThrow())
        .toList());
  }

  @Test
  void tellsEveryErrorAtOnce() {
    drawing.then(drawing.add("Mix"), "1");
    drawing.data(drawing.add("Mix")).put("timeout", "never");

    Failure failure = assertThrows(Failure.class, () -> compile().orRefuse());

    assertEquals(2, failure.mistakes().size());
    assertTrue(failure.getMessage().startsWith("the spell has 2 errors; the first: the nodes Mix 1 → Mix 1"));
  }

  /** Anything that is not linear takes hours. */
  @Test
  void compilesTwentyThousandNodesOfManyEdges() {
    Random random = new Random(1);
    int size = 20_000;
    for (int i = 0; i < size; i++) {
      String id = drawing.add("Mix");
      for (int edge = 0; edge < 3 && i > 0; edge++) {
        drawing.wire(Integer.toString(1 + random.nextInt(i)), edge == 0 ? "trigger" : "output", id,
            edge == 0 ? "trigger" : "in");
      }
    }

    assertEquals(size, compile().orRefuse().size());
  }

  @Test
  void compilesAChainWithTwoEdgesBetweenEachTwoNodes() {
    String last = drawing.add("Mix");
    for (int i = 0; i < 1000; i++) {
      String next = drawing.add("Mix");
      drawing.then(last, next).give(last, next).wire(last, "output", next, "other");
      last = next;
    }

    assertEquals(1001, compile().orRefuse().size());
  }

  @Test
  void compilesFiveHundredLoopsInOneAnother() {
    String last = drawing.add("Trigger In");
    for (int i = 0; i < 500; i++) {
      String loop = drawing.add("For Each");
      drawing.wire(last, i == 0 ? "trigger" : "each", loop, "trigger");
      if (i > 0) {
        drawing.wire(last, "element", loop, "list");
      }
      last = loop;
    }
    for (int i = 0; i < 5_000; i++) {
      drawing.wire(last, "element", drawing.add("Mix"), "in");
    }

    Plan plan = compile().orRefuse();

    assertEquals(500, plan.node(5_000).dataLoops().size());
    assertEquals(List.of(1, 2, 3), plan.node(5_000).dataLoops().subList(0, 3));
  }

  @Test
  void refusesMoreLoopsThanItCanMeasure() {
    for (int i = 0; i < 501; i++) {
      drawing.add("For Each");
    }

    assertEquals("the spell has 501 loop nodes, at most 500", compile().errors().getFirst().message());
  }

  private Checked compile() {
    return new PlanCompiler(Samples.with()).compile(drawing.graph());
  }
}
