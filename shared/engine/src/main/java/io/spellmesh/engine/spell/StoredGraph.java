package io.spellmesh.engine.spell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A typed view of a graph as it was saved, whatever its age and state:
 * {@code {id, nodes: {"<id>": {id, name, data, inputs, outputs, position}}, comments?}}, the data format of
 * Rete 1.
 *
 * @param nodes    in stored order, ids unique
 * @param mistakes what could not be read and was left out; the rest stands
 * @param dead     what was left out too, but leads nowhere and says nothing: no spell is kept from running by it
 */
public record StoredGraph(List<StoredNode> nodes, List<Mistake> mistakes, List<Mistake> dead) {
  public StoredGraph {
    nodes = List.copyOf(nodes);
    mistakes = List.copyOf(mistakes);
    dead = List.copyOf(dead);
  }

  /** Never fails; the time is linear in the size of the graph. */
  public static StoredGraph of(ObjectNode graph) {
    Findings findings = new Findings();
    Findings dead = new Findings();
    List<StoredNode> nodes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : NodeTable.of(graph.path("nodes"), findings).properties()) {
      if (entry.getValue() instanceof ObjectNode saved) {
        nodes.add(new StoredNodeReader(entry.getKey(), findings, dead).read(saved));
      } else {
        findings.at(entry.getKey(), "the node is " + Found.in(entry.getValue()) + ", must be an object");
      }
    }
    return new StoredGraph(nodes, findings.list(), dead.list());
  }
}
