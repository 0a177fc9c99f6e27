package io.spellmesh.engine.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A graph as files have it, each edge at both of its ends. */
public final class Drawing {
  private final ObjectNode graph = JsonNodeFactory.instance.objectNode().put("id", "demo@0.1.0");
  private final ObjectNode nodes = graph.putObject("nodes");
  private int last;

  /** @return the new node's id */
  public String add(String type) {
    String id = Integer.toString(++last);
    ObjectNode node = nodes.putObject(id).put("id", last).put("name", type);
    node.putObject("data");
    node.putObject("inputs");
    node.putObject("outputs");
    node.putArray("position").add(0).add(0);
    return id;
  }

  /** @return the new node's id */
  public String add(String type, String name) {
    String id = add(type);
    data(id).put("name", name);
    return id;
  }

  public ObjectNode node(String id) {
    return (ObjectNode) nodes.path(id);
  }

  public ObjectNode data(String id) {
    return (ObjectNode) nodes.path(id).path("data");
  }

  public Drawing at(String id, double y) {
    node(id).putArray("position").add(0).add(y);
    return this;
  }

  public Drawing wire(String from, String output, String to, String input) {
    return wireAtSource(from, output, to, input).wireAtTarget(from, output, to, input);
  }

  /** A trigger edge between sockets called trigger. */
  public Drawing then(String from, String... targets) {
    for (String to : targets) {
      wire(from, "trigger", to, "trigger");
    }
    return this;
  }

  /** A data edge from {@code output} to {@code input}. */
  public Drawing give(String from, String to) {
    return wire(from, "output", to, "input");
  }

  public Drawing wireAtSource(String from, String output, String to, String input) {
    end(from, "outputs", output).addObject().put("node", Integer.parseInt(to)).put("input", input)
        .putObject("data");
    return this;
  }

  public Drawing wireAtTarget(String from, String output, String to, String input) {
    end(to, "inputs", input).addObject().put("node", Integer.parseInt(from)).put("output", output)
        .putObject("data");
    return this;
  }

  private ArrayNode end(String id, String side, String socket) {
    return ((ObjectNode) node(id).path(side)).withObject("/" + socket.replace("~", "~0").replace("/", "~1"))
        .withArray("connections");
  }

  /** Adds a socket to a node, as Spell nodes have them. @param side {@code inputs} or {@code outputs} */
  public Drawing socket(String id, String side, String key, String name, boolean trigger) {
    data(id).withArray(side).addObject().put("socketKey", key).put("name", name)
        .put("socketType", trigger ? "triggerSocket" : "anySocket")
        .put("taskType", trigger ? "option" : "output");
    return this;
  }

  public ObjectNode graph() {
    return graph;
  }
}
