package io.spellmesh.nodes.spell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Values;
import java.util.Iterator;

/** What a called spell gave, for nodes with one output. */
final class Outcome {
  private static final String MAIN = "Output";

  private Outcome() {}

  /** The output that is called {@code Output}, else the first, as text; nothing if there is none. */
  static Result text(JsonNode outputs, Output output) {
    Iterator<JsonNode> all = outputs.iterator();
    if (!all.hasNext()) {
      return Result.nothing();
    }
    return Result.of(output, TextNode.valueOf(Values.text(outputs.has(MAIN) ? outputs.get(MAIN) : all.next())));
  }
}
