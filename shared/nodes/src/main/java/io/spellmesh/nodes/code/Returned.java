package io.spellmesh.nodes.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a function returned, as a node's outputs. */
final class Returned {
  private static final int LONGEST_QUOTE = 60;

  private Returned() {}

  /** Fields go to the outputs with their key or name; nothing at all is no output. */
  static Map<String, JsonNode> outputs(JsonNode returned, List<Output> outputs) {
    if (returned.isNull()) {
      return Map.of();
    }
    if (!returned.isObject()) {
      String shown = returned.toString();
      throw new NodeFailure("returns "
          + (shown.length() <= LONGEST_QUOTE ? shown : shown.substring(0, LONGEST_QUOTE) + "…")
          + ", must return an object with a field for each output, such as { output: … }");
    }
    Map<String, JsonNode> values = new LinkedHashMap<>();
    returned.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
    for (Output output : outputs) {
      if (output.isTrigger()) {
        values.remove(output.key());
      } else if (!values.containsKey(output.key()) && values.containsKey(output.name())) {
        values.put(output.key(), values.get(output.name()));
      }
    }
    return values;
  }
}
