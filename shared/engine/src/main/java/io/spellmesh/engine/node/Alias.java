package io.spellmesh.engine.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Predicate;

/**
 * An older name of a node type, with the older keys of its sockets.
 *
 * <p>An alias may repeat the type's title. It then stands for the title: it tells the older keys of nodes
 * saved under that name (Echo was wired at {@code string}, later at {@code source}), and {@code when} says
 * which of them are meant where two types share a name. A socket that a saved node declares itself keeps
 * its key, whatever the alias says.
 *
 * @param name     as saved spells have it
 * @param inputs   old input key to today's
 * @param outputs  old output key to today's
 * @param when     which saved nodes of that name are meant; the whole saved node is shown
 */
public record Alias(String name, Map<String, String> inputs, Map<String, String> outputs,
    Predicate<ObjectNode> when) {
  public Alias {
    inputs = Map.copyOf(inputs);
    outputs = Map.copyOf(outputs);
  }

  public static Alias of(String name) {
    return new Alias(name, Map.of(), Map.of(), saved -> true);
  }

  public Alias withInputs(Map<String, String> oldToNew) {
    return new Alias(name, oldToNew, outputs, when);
  }

  public Alias withOutputs(Map<String, String> oldToNew) {
    return new Alias(name, inputs, oldToNew, when);
  }

  public Alias when(Predicate<ObjectNode> saved) {
    return new Alias(name, inputs, outputs, saved);
  }
}
