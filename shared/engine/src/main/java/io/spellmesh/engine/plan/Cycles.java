package io.spellmesh.engine.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Finds cycles in linear time and without recursion, by peeling off nodes that nothing waits for until
 * only cycles and what hangs below them is left.
 */
final class Cycles {
  private Cycles() {}

  /**
   * @param counts which edges count
   * @param leftOut nodes that break every cycle they are on
   * @return one cycle for each knot, as node indices in the order of its edges; the first is not repeated
   */
  static List<List<Integer>> find(Wiring wiring, Predicate<Edge> counts, IntPredicate leftOut) {
    int size = wiring.size();
    int[] waiting = new int[size];
    for (int node = 0; node < size; node++) {
      for (Edge edge : wiring.into(node)) {
        if (counts.test(edge) && !leftOut.test(edge.from()) && !leftOut.test(node)) {
          waiting[node]++;
        }
      }
    }
    Deque<Integer> free = new ArrayDeque<>();
    for (int node = 0; node < size; node++) {
      if (waiting[node] == 0) {
        free.add(node);
      }
    }
    boolean[] peeled = new boolean[size];
    while (!free.isEmpty()) {
      int node = free.poll();
      peeled[node] = true;
      for (Edge edge : wiring.outOf(node)) {
        if (counts.test(edge) && !leftOut.test(node) && !leftOut.test(edge.to())
            && --waiting[edge.to()] == 0) {
          free.add(edge.to());
        }
      }
    }
    return walkBack(wiring, counts, leftOut, peeled);
  }

  /** Every node that is left has a source that is left: going back along them must come round. */
  private static List<List<Integer>> walkBack(Wiring wiring, Predicate<Edge> counts, IntPredicate leftOut,
      boolean[] peeled) {
    List<List<Integer>> cycles = new ArrayList<>();
    int[] walk = new int[peeled.length];
    Arrays.fill(walk, -1);
    for (int start = 0; start < peeled.length; start++) {
      List<Integer> path = new ArrayList<>();
      int node = start;
      while (!peeled[node] && walk[node] < 0) {
        walk[node] = start;
        path.add(node);
        node = sourceLeft(wiring, counts, leftOut, peeled, node);
      }
      if (!peeled[node] && walk[node] == start && path.contains(node)) {
        List<Integer> cycle = new ArrayList<>(path.subList(path.indexOf(node), path.size()));
        cycles.add(cycle.reversed());
      }
    }
    return cycles;
  }

  private static int sourceLeft(Wiring wiring, Predicate<Edge> counts, IntPredicate leftOut,
      boolean[] peeled, int node) {
    for (Edge edge : wiring.into(node)) {
      if (counts.test(edge) && !peeled[edge.from()] && !leftOut.test(edge.from())) {
        return edge.from();
      }
    }
    throw new IllegalStateException("node " + node + " is left over without a source that is");
  }
}
