package io.spellmesh.engine.spell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The nodes of a graph by their ids. Some tools write them as a list. */
final class NodeTable {
  private NodeTable() {}

  /** @return {@code nodes} itself if it is an object, else a new one; empty if there is nothing to key */
  static ObjectNode of(JsonNode nodes, Findings findings) {
    if (nodes instanceof ObjectNode table) {
      return table;
    }
    if (nodes instanceof ArrayNode list) {
      return keyed(list, findings);
    }
    if (!nodes.isMissingNode() && !nodes.isNull()) {
      findings.add("'nodes' is " + Found.in(nodes) + ", must be an object of nodes by id");
    }
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode keyed(ArrayNode list, Findings findings) {
    ObjectNode table = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < list.size(); i++) {
      JsonNode node = list.get(i);
      Optional<String> id = id(node.path("id"));
      if (id.isEmpty()) {
        findings.add("node " + i + " of the list is left out: its id is " + Found.in(node.path("id"))
            + ", must be a number or text");
      } else if (table.has(id.get())) {
        findings.at(id.get(), "node " + i + " of the list is left out: an earlier one has its id");
      } else {
        table.set(id.get(), node);
      }
    }
    return table;
  }

  /** An id is a whole number or text, and both spell the same node. */
  static Optional<String> id(JsonNode id) {
    if (id.isTextual()) {
      return Optional.of(id.textValue());
    }
    if (id.isIntegralNumber()) {
      return Optional.of(id.asText());
    }
    double number = id.isNumber() ? id.doubleValue() : Double.NaN;
    return number == Math.rint(number) && Math.abs(number) < 1L << 53
        ? Optional.of(Long.toString((long) number)) : Optional.empty();
  }
}
