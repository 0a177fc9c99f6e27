package io.spellmesh.mesh.attack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import java.util.Map;
import java.util.stream.Stream;

/** Draws graphs as saved spells have them. */
public final class Sketch {
  private final ObjectNode nodes = Wire.mapper().createObjectNode();

  /** @param type as {@code Combine Text} */
  public Sketch node(String id, String type, Map<String, ?> data) {
    ObjectNode node = nodes.putObject(id).put("id", id).put("name", type);
    node.set("data", Wire.mapper().valueToTree(data));
    node.putObject("inputs");
    node.putObject("outputs");
    node.putArray("position").add(0).add(0);
    return this;
  }

  /** Stored at both ends, as editors store it; an end whose node is absent is left dangling. */
  public Sketch wire(String from, String output, String to, String input) {
    if (nodes.has(from)) {
      connect((ObjectNode) nodes.get(from).get("outputs"), output).put("node", to).put("input", input);
    }
    if (nodes.has(to)) {
      connect((ObjectNode) nodes.get(to).get("inputs"), input).put("node", from).put("output", output);
    }
    return this;
  }

  private static ObjectNode connect(ObjectNode sockets, String key) {
    return sockets.withObjectProperty(key).withArrayProperty("connections").addObject();
  }

  /** The entry "Start", node {@code in}, and the output "Output", node {@code out}, unwired. */
  public static Sketch withEnds() {
    return new Sketch().node("in", "Trigger In", Map.of("name", "Start"))
        .node("out", "Output", Map.of("name", "Output"));
  }

  /** Thousands of rounds, in each of which a template goes through almost all it may, and gives nothing. */
  static ObjectNode lasting() {
    return withEnds().node("w", "While Loop", Map.of("recursionTimes", 4_000))
        .node("l", "Array Variable", Map.of("_var", "x,".repeat(400), "splitter", ","))
        .node("t", "Text Template", Map.of("inputs", sockets("list"),
            "fewshot", "{{#each list}}{{#each ../list}}{{/each}}{{/each}}"))
        .wire("in", "trigger", "w", "act1").wire("w", "false", "t", "trigger")
        .wire("l", "output", "t", "list").wire("w", "true", "out", "trigger").file("lasting");
  }

  /** Sockets that a node declares for itself, as data. */
  public static Object[] sockets(String... names) {
    return Stream.of(names).map(name -> Map.of("name", name, "socketKey", name, "socketType", "anySocket",
        "taskType", "output", "connectionType", "input")).toArray();
  }

  public ObjectNode graph() {
    ObjectNode graph = Wire.mapper().createObjectNode().put("id", "sketch@0.1.0");
    graph.set("nodes", nodes);
    return graph;
  }

  /** As a file to import. */
  public ObjectNode file(String name) {
    ObjectNode file = Wire.mapper().createObjectNode().put("name", name);
    file.set("graph", graph());
    return file;
  }
}
