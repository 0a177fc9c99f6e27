package io.spellmesh.engine.plan;

import io.spellmesh.contract.Mistake;
import io.spellmesh.engine.spell.StoredEnd;
import io.spellmesh.engine.spell.StoredNode;
import io.spellmesh.engine.spell.StoredSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The edges of a graph. Files store each edge twice; what the input side says stands, and the source's
 * side says in which order triggers are followed.
 */
final class Wiring {
  private final List<StoredNode> nodes;
  private final List<Sockets> sockets;
  private final Map<String, Integer> indexOf = new HashMap<>();
  private final List<Mistake> warnings;
  private final List<List<Edge>> into = new ArrayList<>();
  private final List<List<Edge>> outOf = new ArrayList<>();

  Wiring(List<StoredNode> nodes, List<Sockets> sockets, List<Mistake> warnings) {
    this.nodes = nodes;
    this.sockets = sockets;
    this.warnings = warnings;
    for (int i = 0; i < nodes.size(); i++) {
      indexOf.put(nodes.get(i).id(), i);
      into.add(new ArrayList<>());
      outOf.add(new ArrayList<>());
    }
    for (int i = 0; i < nodes.size(); i++) {
      readInputs(i);
    }
    List<Set<Edge>> fromTargets = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      fromTargets.add(new LinkedHashSet<>());
    }
    into.forEach(edges -> edges.forEach(edge -> fromTargets.get(edge.from()).add(edge)));
    for (int i = 0; i < nodes.size(); i++) {
      order(i, fromTargets.get(i));
    }
  }

  private void readInputs(int target) {
    Set<Edge> seen = new LinkedHashSet<>();
    StoredNode node = nodes.get(target);
    for (Map.Entry<String, List<StoredEnd>> socket : inPullOrder(node).entrySet()) {
      String input = sockets.get(target).inputKey(socket.getKey());
      for (StoredEnd end : socket.getValue()) {
        Integer source = indexOf.get(end.node());
        if (source == null) {
          warnings.add(Mistake.at(node.id(), socket.getKey(), "the edge from node '" + end.node()
              + "', which the spell does not have, was left out"));
          continue;
        }
        String output = sockets.get(source).outputKey(end.socket());
        seen.add(new Edge(source, output, target, input, sockets.get(source).isTrigger(output)));
      }
    }
    into.get(target).addAll(seen);
  }

  /** Added sockets in their declared order, then the others as stored. */
  private static Map<String, List<StoredEnd>> inPullOrder(StoredNode node) {
    if (node.addedInputs().isEmpty()) {
      return node.inputs();
    }
    Map<String, List<StoredEnd>> ordered = new LinkedHashMap<>();
    for (StoredSocket added : node.addedInputs()) {
      for (String saved : List.of(added.key(), added.name())) {
        if (node.inputs().containsKey(saved)) {
          ordered.putIfAbsent(saved, node.inputs().get(saved));
        }
      }
    }
    node.inputs().forEach(ordered::putIfAbsent);
    return ordered;
  }

  private void order(int source, Set<Edge> known) {
    Set<Edge> ordered = new LinkedHashSet<>();
    StoredNode node = nodes.get(source);
    node.outputs().forEach((saved, ends) -> {
      String output = sockets.get(source).outputKey(saved);
      boolean trigger = sockets.get(source).isTrigger(output);
      for (StoredEnd end : ends) {
        Integer target = indexOf.get(end.node());
        if (target == null) {
          warnings.add(Mistake.at(node.id(), saved, "the edge to node '" + end.node()
              + "', which the spell does not have, was left out"));
          continue;
        }
        Edge edge = new Edge(source, output, target, sockets.get(target).inputKey(end.socket()), trigger);
        if (known.remove(edge)) {
          ordered.add(edge);
        } else if (!ordered.contains(edge)) {
          warnings.add(Mistake.at(node.id(), saved, "the edge to '" + end.socket() + "' of node '"
              + end.node()
              + "' is not stored there, and was left out"));
        }
      }
    });
    ordered.addAll(known);
    outOf.get(source).addAll(ordered);
  }

  /** Edges into a node, in the order in which values are given. */
  List<Edge> into(int node) {
    return into.get(node);
  }

  /** Edges out of a node, in the order in which they are followed. */
  List<Edge> outOf(int node) {
    return outOf.get(node);
  }

  int size() {
    return nodes.size();
  }
}
