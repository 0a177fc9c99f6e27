package io.spellmesh.engine.plan;

import io.spellmesh.engine.node.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which nodes hang on which loops: everything that can be reached from what a loop gives an iteration. */
final class Loops {
  private final Wiring wiring;
  private final Map<Integer, BitSet> anyWay = new TreeMap<>();
  private final Map<Integer, BitSet> byData = new TreeMap<>();

  /** @param roles of each node, by index */
  Loops(Wiring wiring, List<Role> roles) {
    this.wiring = wiring;
    for (int node = 0; node < roles.size(); node++) {
      if (roles.get(node) instanceof Role.Loop loop) {
        anyWay.put(node, reach(node, edge -> edge.output().equals(loop.each().key())
            || isValue(edge, loop), edge -> true));
        byData.put(node, reach(node, edge -> isValue(edge, loop), edge -> !edge.trigger()));
      }
    }
  }

  private static boolean isValue(Edge edge, Role.Loop loop) {
    return edge.output().equals(loop.element().key()) || edge.output().equals(loop.index().key());
  }

  private BitSet reach(int loop, Predicate<Edge> first, Predicate<Edge> further) {
    BitSet reached = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    for (Edge edge : wiring.outOf(loop)) {
      if (first.test(edge) && edge.to() != loop && !reached.get(edge.to())) {
        reached.set(edge.to());
        open.add(edge.to());
      }
    }
    while (!open.isEmpty()) {
      for (Edge edge : wiring.outOf(open.poll())) {
        if (further.test(edge) && edge.to() != loop && !reached.get(edge.to())) {
          reached.set(edge.to());
          open.add(edge.to());
        }
      }
    }
    return reached;
  }

  int count() {
    return anyWay.size();
  }

  /** Indices of the loops that a node hangs on, by data or by trigger. */
  IndexSet of(int node) {
    if (anyWay.isEmpty()) {
      return IndexSet.NONE;
    }
    BitSet loops = new BitSet();
    anyWay.forEach((loop, reached) -> {
      if (reached.get(node)) {
        loops.set(loop);
      }
    });
    return IndexSet.of(loops);
  }

  /** Indices of the loops whose element or index a node depends on, outermost first. */
  List<Integer> byData(int node) {
    if (byData.isEmpty()) {
      return List.of();
    }
    List<Integer> loops = new ArrayList<>();
    byData.forEach((loop, reached) -> {
      if (reached.get(node)) {
        loops.add(loop);
      }
    });
    // A loop inside another is among those the other reaches, so the inner one has more loops around it.
    loops.sort(Comparator.comparingLong(this::depth));
    return List.copyOf(loops);
  }

  private long depth(int loop) {
    return anyWay.values().stream().filter(reached -> reached.get(loop)).count();
  }
}
