package io.spellmesh.engine.plan;

import io.spellmesh.engine.node.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which nodes hang on which loops: everything that can be reached from what a loop gives an iteration. */
final class Loops {
  private final Wiring wiring;
  private final List<Role> roles;
  /** What a loop reaches without the help of collectors. */
  private final Map<Integer, BitSet> inside = new TreeMap<>();
  private final Map<Integer, BitSet> anyWay = new TreeMap<>();
  private final Map<Integer, BitSet> byData = new TreeMap<>();
  private final Map<Integer, Long> depths = new HashMap<>();
  private final Map<BitSet, IndexSet> sets = new HashMap<>();

  /** @param roles of each node, by index */
  Loops(Wiring wiring, List<Role> roles) {
    this.wiring = wiring;
    this.roles = roles;
    for (int node = 0; node < roles.size(); node++) {
      if (roles.get(node) instanceof Role.Loop loop) {
        inside.put(node, reach(node, edge -> isGiven(loop, edge), edge -> !isCollected(edge)));
      }
    }
    List<Integer> innermostFirst = new ArrayList<>(inside.keySet());
    // A loop inside another is among those the other reaches, so the inner one has more loops around it.
    innermostFirst.forEach(loop -> depths.put(loop,
        inside.values().stream().filter(reached -> reached.get(loop)).count()));
    innermostFirst.sort(Comparator.comparing((Integer loop) -> depths.get(loop)).reversed());
    for (int node : innermostFirst) {
      Role.Loop loop = (Role.Loop) roles.get(node);
      Predicate<Edge> goesOn = edge -> !isCollected(edge) || isCollectedInside(node, edge);
      anyWay.put(node, reach(node, edge -> isGiven(loop, edge), goesOn));
      byData.put(node, reach(node, edge -> isGiven(loop, edge) && !edge.trigger(),
          edge -> !edge.trigger() && goesOn.test(edge)));
    }
  }

  /** The text of an error is there when the loop is over, for those outside. */
  private boolean isGiven(Role.Loop loop, Edge edge) {
    return edge.trigger() ? edge.output().equals(loop.each().key())
        : !edge.output().equals(Role.MESSAGE) && !isCollected(edge);
  }

  private boolean isCollected(Edge edge) {
    return !edge.trigger() && roles.get(edge.to()) instanceof Role.Collector;
  }

  /**
   * Whether what is collected is that of a loop inside this one. Where triggers reach a collector, they say
   * where it is; one that is only pulled leaves no more than one loop, and what it tries.
   */
  private boolean isCollectedInside(int loop, Edge edge) {
    return wiring.into(edge.to()).stream().noneMatch(Edge::trigger)
        && anyWay.entrySet().stream().anyMatch(inner -> inner.getKey() != loop
            && roles.get(inner.getKey()) instanceof Role.Loop role && role.caught().isEmpty()
            && inside.get(loop).get(inner.getKey())
            && (inner.getKey() == edge.from() || inner.getValue().get(edge.from())));
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
    return sets.computeIfAbsent(loops, IndexSet::of);
  }

  /** Indices of the loops whose element or index a node depends on, outermost first. */
  List<Integer> byData(int node) {
    return outermostFirst(byData, node);
  }

  /** Indices of the loops that a loop may lie in, outermost first; none for other nodes. */
  List<Integer> around(int node) {
    return anyWay.containsKey(node) ? outermostFirst(anyWay, node) : List.of();
  }

  private List<Integer> outermostFirst(Map<Integer, BitSet> reachedBy, int node) {
    if (reachedBy.isEmpty()) {
      return List.of();
    }
    List<Integer> loops = new ArrayList<>();
    reachedBy.forEach((loop, reached) -> {
      if (reached.get(node)) {
        loops.add(loop);
      }
    });
    loops.sort(Comparator.comparing(depths::get));
    return List.copyOf(loops);
  }
}
