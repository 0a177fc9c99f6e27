package io.spellmesh.engine.spell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one saved node, and says of every part it cannot read which and why. */
final class StoredNodeReader {
  private final String id;
  private final Findings findings;
  private final Findings dead;

  StoredNodeReader(String id, Findings findings, Findings dead) {
    this.id = id;
    this.findings = findings;
    this.dead = dead;
  }

  StoredNode read(ObjectNode saved) {
    ObjectNode data = object(saved.path("data"), "data");
    return new StoredNode(id, name(saved.path("name")), data, y(saved.path("position")), saved,
        ends(object(saved.path("inputs"), "inputs"), "output"),
        ends(object(saved.path("outputs"), "outputs"), "input"),
        added(data.path("inputs"), "data.inputs"), added(data.path("outputs"), "data.outputs"));
  }

  private String name(JsonNode name) {
    if (!name.isTextual()) {
      findings.at(id, "'name' is " + Found.in(name) + ", must be the name of a node type");
      return "";
    }
    return name.textValue();
  }

  /** {@code [x, y]}; some tools write {@code {x, y}}. No node is lost for where it was drawn. */
  private static double y(JsonNode position) {
    JsonNode y = position.isArray() ? position.path(1) : position.path("y");
    return Double.isFinite(y.asDouble()) ? y.asDouble() : 0;
  }

  private Map<String, List<StoredEnd>> ends(ObjectNode sockets, String otherSide) {
    Map<String, List<StoredEnd>> ends = LinkedHashMap.newLinkedHashMap(sockets.size());
    for (Map.Entry<String, JsonNode> socket : sockets.properties()) {
      ends.put(socket.getKey(), ends(socket.getKey(), socket.getValue(), otherSide));
    }
    return ends;
  }

  private List<StoredEnd> ends(String socket, JsonNode saved, String otherSide) {
    if (!saved.isObject() && !saved.isNull()) {
      findings.at(id, socket, "the socket is " + Found.in(saved) + ", must be {\"connections\": […]}");
    }
    JsonNode connections = saved.path("connections");
    if (!(connections instanceof ArrayNode list)) {
      if (!isAbsent(connections)) {
        findings.at(id, socket, "'connections' is " + Found.in(connections) + ", must be a list");
      }
      return List.of();
    }
    List<StoredEnd> ends = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      JsonNode node = list.get(i).path("node");
      JsonNode other = list.get(i).path(otherSide);
      Optional<String> otherId = NodeTable.id(node);
      if (otherId.isEmpty()) {
        // A connection to no node is one to an absent node.
        (list.get(i).isObject() && isAbsent(node) ? dead : findings).at(id, socket, "connection " + i
            + " is left out: 'node' is " + Found.in(node) + ", must be the id of a node");
      } else if (!other.isTextual()) {
        findings.at(id, socket, "connection " + i + " is left out: '" + otherSide + "' is "
            + Found.in(other) + ", must be the key of a socket");
      } else {
        ends.add(new StoredEnd(otherId.get(), other.textValue()));
      }
    }
    return List.copyOf(ends);
  }

  private List<StoredSocket> added(JsonNode saved, String where) {
    if (!(saved instanceof ArrayNode list)) {
      if (!isAbsent(saved)) {
        (saved.isEmpty() && saved.isObject() ? dead : findings).at(id, "'" + where + "' is " + Found.in(saved)
            + ", must be a list of sockets");
      }
      return List.of();
    }
    List<StoredSocket> sockets = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      JsonNode socket = list.get(i);
      Optional<String> key = text(socket.path("socketKey"));
      Optional<String> name = text(socket.path("name"));
      if (key.isEmpty() && name.isEmpty()) {
        findings.at(id, "'" + where + "[" + i + "]' is " + Found.in(socket)
            + ", must have a name or a socketKey");
      } else {
        sockets.add(new StoredSocket(key.or(() -> name).orElseThrow(), name.or(() -> key).orElseThrow(),
            text(socket.path("socketType")), text(socket.path("taskType"))));
      }
    }
    return sockets;
  }

  private ObjectNode object(JsonNode saved, String where) {
    if (saved instanceof ObjectNode object) {
      return object;
    }
    if (!isAbsent(saved)) {
      findings.at(id, "'" + where + "' is " + Found.in(saved) + ", must be an object");
    }
    return JsonNodeFactory.instance.objectNode();
  }

  private static boolean isAbsent(JsonNode saved) {
    return saved.isMissingNode() || saved.isNull();
  }

  private static Optional<String> text(JsonNode saved) {
    return saved.isTextual() && !saved.textValue().isEmpty() ? Optional.of(saved.textValue())
        : saved.isNumber() ? Optional.of(saved.asText()) : Optional.empty();
  }
}
