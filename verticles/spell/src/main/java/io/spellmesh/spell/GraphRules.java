package io.spellmesh.spell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a graph must be to be saved. Whether it can run is another question, asked of the runner: a
 * half-drawn spell is saved all the same.
 */
final class GraphRules {
  /** A step is written as node ids with / and [n] between them, so an id has neither. */
  private static final Pattern NODE_ID = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");
  /** Leaves room for what is put around a graph on its ways. */
  private static final int DEEPEST = Wire.DEEPEST - 20;
  private static final int MOST_MISTAKES = 100;
  private static final double MEGABYTE = 1024.0 * 1024;

  private final SpellConfig config;

  GraphRules(SpellConfig config) {
    this.config = config;
  }

  long mostBytes() {
    return config.maxBytes();
  }

  /**
   * The graph as it is stored.
   *
   * @throws Failure BAD_REQUEST, saying what would be right
   */
  String graphText(ObjectNode graph) {
    JsonNode nodes = graph.path("nodes");
    if (!nodes.isObject()) {
      throw Failure.badRequest("the graph has " + (nodes.isMissingNode() ? "no 'nodes'" : "'nodes' that are "
          + "no object") + ", must be an object like {\"nodes\": {\"1\": {\"id\": 1, \"name\": \"Input\"}}}");
    }
    if (nodes.size() > config.maxNodes()) {
      throw Failure.badRequest("the graph has " + nodes.size() + " nodes, at most " + config.maxNodes());
    }
    List<Mistake> mistakes = mistakes((ObjectNode) nodes);
    if (!mistakes.isEmpty()) {
      throw new Failure(FailureCode.BAD_REQUEST, mistakes.getFirst().message(), Optional.empty(), mistakes);
    }
    return text("graph", graph);
  }

  /** @throws Failure BAD_REQUEST, if it is too deep or too long */
  String text(String what, ObjectNode json) {
    if (isDeeper(json, DEEPEST)) {
      throw Failure.badRequest("the " + what + " is nested too deep, at most " + DEEPEST + " levels");
    }
    byte[] bytes = Wire.bytes(json);
    if (bytes.length > config.maxBytes()) {
      throw Failure.badRequest("the %s has %.1f MB, at most %.1f MB".formatted(what, bytes.length / MEGABYTE,
          config.maxBytes() / MEGABYTE));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<Mistake> mistakes(ObjectNode nodes) {
    List<Mistake> mistakes = new ArrayList<>();
    for (var node : nodes.properties()) {
      if (!NODE_ID.matcher(node.getKey()).matches()) {
        mistakes.add(Mistake.of("node id '" + Excerpt.of(node.getKey())
            + "' must be 1 to 100 letters, digits or any of _ . : -"));
      } else if (!node.getValue().isObject()) {
        mistakes.add(Mistake.at(node.getKey(), "node '" + node.getKey() + "' must be an object"));
      }
      if (mistakes.size() == MOST_MISTAKES) {
        return mistakes;
      }
    }
    return mistakes;
  }

  static boolean isDeeper(JsonNode json, int levels) {
    if (!json.isContainerNode()) {
      return false;
    }
    if (levels == 0) {
      return true;
    }
    for (JsonNode part : json) {
      if (isDeeper(part, levels - 1)) {
        return true;
      }
    }
    return false;
  }
}
