package io.spellmesh.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A function in JavaScript, to be called once where it can reach nothing.
 *
 * @param source    a function expression, or a script that defines a function {@code worker}
 * @param name      by which all of the source sees the first argument, too
 * @param arguments what it is called with, in order
 */
public record CodeAsk(String source, String name, List<JsonNode> arguments) {
  public CodeAsk {
    arguments = List.copyOf(arguments);
  }
}
