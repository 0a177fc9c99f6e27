package io.spellmesh.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Mistake;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Samples;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CyclesTest {
  private final Drawing drawing = new Drawing();

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @Test
  void refusesACycleWithItsPath() {
    String a = drawing.add("Mix");
    String b = drawing.add("Echo");
    String c = drawing.add("Mix");
    drawing.then(a, b).give(b, c).then(c, a).then(c, drawing.add("Mix"));

    assertEquals(List.of(Mistake.at("2", "the nodes Echo 2 → Mix 3 → Mix 1 → Echo 2 wait for one another "
        + "in a cycle without a loop node")), errors());
  }

  @Test
  void refusesANodeThatIsWiredToItself() {
    drawing.then(drawing.add("Mix"), "1");

    assertEquals(List.of("the nodes Mix 1 → Mix 1 wait for one another in a cycle without a loop node"),
        errors().stream().map(Mistake::message).toList());
  }

  @Test
  void refusesEveryCycleThereIs() {
    for (int i = 0; i < 3; i++) {
      String a = drawing.add("Mix");
      String b = drawing.add("Mix");
      drawing.then(a, b).then(b, a);
    }

    assertEquals(3, errors().size());
  }

  @Test
  void refusesACycleOfValuesEvenThroughALoop() {
    String loop = drawing.add("For Each");
    String body = drawing.add("Echo");
    drawing.wire(loop, "element", body, "input").wire(body, "output", loop, "list");

    assertTrue(errors().getFirst().message().endsWith("need one another's values in a cycle"));
  }

  @Test
  void admitsACycleThroughALoop() {
    String loop = drawing.add("For Each");
    String body = drawing.add("Echo");
    drawing.wire(loop, "each", body, "trigger").then(body, loop).wire(loop, "done", loop, "trigger");

    assertEquals(List.of(), errors());
  }

  /** Another way to find out: a node that can come back to itself without a loop, or by values alone. */
  @ParameterizedTest(name = "graph {0}")
  @MethodSource("seeds")
  void findsACycleExactlyWhereANodeReachesItself(long seed) {
    Random random = new Random(seed);
    int size = 2 + random.nextInt(14);
    boolean[] loops = new boolean[size];
    boolean[][] any = new boolean[size][size];
    boolean[][] data = new boolean[size][size];
    for (int i = 0; i < size; i++) {
      loops[i] = random.nextInt(5) == 0;
      drawing.add(loops[i] ? "For Each" : "Mix");
    }
    for (int i = random.nextInt(size * 2); i > 0; i--) {
      int from = random.nextInt(size);
      int to = random.nextInt(size);
      boolean isTrigger = random.nextInt(3) > 0;
      drawing.wire(Integer.toString(from + 1), isTrigger ? loops[from] ? "done" : "trigger" : "output",
          Integer.toString(to + 1), isTrigger ? "trigger" : "in");
      any[from][to] |= !loops[from] && !loops[to];
      data[from][to] |= !isTrigger;
    }

    assertEquals(reachesItself(any) || reachesItself(data), !errors().isEmpty());
  }

  private static boolean reachesItself(boolean[][] edges) {
    for (int start = 0; start < edges.length; start++) {
      BitSet seen = new BitSet();
      BitSet open = new BitSet();
      open.set(start);
      while (!open.isEmpty()) {
        int node = open.nextSetBit(0);
        open.clear(node);
        for (int next = 0; next < edges.length; next++) {
          if (edges[node][next] && next == start) {
            return true;
          }
          if (edges[node][next] && !seen.get(next)) {
            seen.set(next);
            open.set(next);
          }
        }
      }
    }
    return false;
  }

  private List<Mistake> errors() {
    return new PlanCompiler(Samples.with()).compile(drawing.graph()).errors();
  }
}
