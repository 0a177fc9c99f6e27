package io.spellmesh.engine.spell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import java.util.Map;
import java.util.Optional;

/** Tells a graph of ours from other JSON, and says where its shape is odd. */
final class GraphShape {
  private GraphShape() {}

  /**
   * @return the graph itself, or a copy that differs where the warnings say so: with the nodes as an
   *     object by id, and nothing in it that is no node
   * @throws Failure UNPROCESSABLE, if it is none
   */
  static ObjectNode checked(ObjectNode graph, Findings warnings) {
    JsonNode nodes = graph.path("nodes");
    if (nodes.isMissingNode() || nodes.isNull()) {
      if (!graph.isEmpty() && !graph.path("id").isTextual()) {
        throw Refusal.because("the graph has no 'nodes', found " + Found.in(graph));
      }
      warnings.add("the graph had no 'nodes', so the spell is empty");
      return with(NodeTable.of(nodes, warnings), graph);
    }
    if (!nodes.isContainerNode()) {
      throw Refusal.because("'nodes' is " + Found.in(nodes) + ", must be an object of nodes by id");
    }
    refuseForeign(nodes);
    if (nodes.isArray()) {
      warnings.add("'nodes' was a list, and is an object with the nodes by id now");
    }
    ObjectNode table = withoutOthers(NodeTable.of(nodes, warnings), warnings);
    warnOfIds(table, warnings);
    return table == nodes ? graph : with(table, graph);
  }

  private static ObjectNode with(ObjectNode nodes, ObjectNode graph) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode().setAll(graph);
    return copy.set("nodes", nodes);
  }

  private static ObjectNode withoutOthers(ObjectNode table, Findings warnings) {
    ObjectNode nodes = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> node : table.properties()) {
      if (node.getValue().isObject()) {
        nodes.set(node.getKey(), node.getValue());
      } else {
        warnings.at(node.getKey(), "left out: the node is " + Found.in(node.getValue())
            + ", must be an object");
      }
    }
    return nodes.size() == table.size() ? table : nodes;
  }

  /** Other graph editors have {@code nodes} too, which know a {@code type} and no sockets of ours. */
  private static void refuseForeign(JsonNode nodes) {
    Optional<JsonNode> first = Optional.empty();
    for (JsonNode node : nodes) {
      boolean isOurs = node.path("inputs").isObject() || node.path("outputs").isObject()
          || node.path("name").isTextual() && (node.path("data").isObject() || !node.has("type"));
      if (isOurs) {
        return;
      }
      first = first.or(() -> Optional.of(node));
    }
    first.ifPresent(node -> {
      throw Refusal.because("its nodes are none of a spell, the first is " + Found.in(node)
          + ", must be an object with 'id', 'name', 'data', 'inputs', 'outputs'");
    });
  }

  private static void warnOfIds(JsonNode nodes, Findings warnings) {
    for (Map.Entry<String, JsonNode> node : nodes.properties()) {
      JsonNode id = node.getValue().path("id");
      if (!id.isMissingNode() && NodeTable.id(id).filter(node.getKey()::equals).isEmpty()) {
        warnings.at(node.getKey(), "the node says its id is " + Found.in(id) + ", and is known as "
            + Found.quote(node.getKey()) + ", its key in 'nodes'");
      }
    }
  }
}
