package io.spellmesh.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Graphs of a given shape, wired with trigger and data between neighbours, as people draw them. */
public final class Graphs {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode graph = JSON.objectNode().put("id", "bench@0.1.0");
  private final ObjectNode nodes = graph.putObject("nodes");

  private Graphs() {}

  /** @param size number of nodes, Input and Output among them */
  public static ObjectNode of(String shape, int size) {
    Graphs made = new Graphs();
    switch (shape) {
      case "chain" -> made.chain(size);
      case "fan" -> made.fan(size);
      case "diamonds" -> made.diamonds(size);
      case "paced" -> made.paced(size);
      default -> throw new IllegalArgumentException(
          "shape is '" + shape + "', must be chain, fan, diamonds or paced");
    }
    return made.graph;
  }

  /** Input → Echo → … → Output. */
  private void chain(int size) {
    int input = node("Input");
    int last = input;
    for (int i = 2; i < size; i++) {
      last = after(last, "Echo", "string");
    }
    after(last, "Output", "input");
  }

  /** A chain that stops four times for 20 ms, in which its events so far become a group. */
  private void paced(int size) {
    int last = node("Input");
    for (int i = 2; i < size; i++) {
      boolean stops = i % 2 == 1 && i < 10;
      last = stops ? after(last, "Delay", "input") : after(last, "Echo", "string");
      if (stops) {
        ((ObjectNode) nodes.get(Integer.toString(last)).get("data")).put("seconds", 0.02);
      }
    }
    after(last, "Output", "input");
  }

  /** Input → many Echoes → Output, which is reached by all of them. */
  private void fan(int size) {
    int input = node("Input");
    int output = size;
    for (int i = 2; i < size; i++) {
      after(input, "Echo", "string");
    }
    node("Output");
    for (int i = 2; i < size; i++) {
      wire(i, "trigger", output, "trigger");
    }
    wire(2, "output", output, "input");
  }

  /** Input → (two Echoes → one Echo) again and again → Output. */
  private void diamonds(int size) {
    int last = node("Input");
    for (int i = 2; i + 3 <= size; i += 3) {
      int left = after(last, "Echo", "string");
      int right = after(last, "Echo", "string");
      last = after(left, "Echo", "string");
      wire(right, "trigger", last, "trigger");
    }
    while (nodes.size() < size - 1) {
      last = after(last, "Echo", "string");
    }
    after(last, "Output", "input");
  }

  private int after(int source, String type, String socket) {
    int made = node(type);
    wire(source, "trigger", made, "trigger");
    wire(source, "output", made, socket);
    return made;
  }

  private int node(String type) {
    int id = nodes.size() + 1;
    ObjectNode node = nodes.putObject(Integer.toString(id)).put("id", id).put("name", type);
    node.putObject("data").put("name", type).put("socketKey", "key-" + id);
    node.putObject("inputs");
    node.putObject("outputs");
    node.set("position", JSON.arrayNode().add(id * 100).add(0));
    return id;
  }

  private void wire(int from, String output, int to, String input) {
    connections("outputs", from, output).addObject().put("node", to).put("input", input);
    connections("inputs", to, input).addObject().put("node", from).put("output", output);
  }

  private ArrayNode connections(String side, int node, String socket) {
    return ((ObjectNode) nodes.get(Integer.toString(node)).get(side)).withObject("/" + socket)
        .withArray("/connections");
  }
}
