package io.spellmesh.engine.spell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import java.util.List;
import java.util.Optional;

/**
 * One spell of a file, taken apart.
 *
 * @param head    where its name and id are
 * @param graph   as saved
 * @param wrapper everything else
 * @param isBare  whether the file is the graph alone, so that its id is the graph's and it has no name
 */
record SpellEntry(ObjectNode head, ObjectNode graph, ObjectNode wrapper, boolean isBare) {
  /** Magick's key, Thoth's, and that of the sub-graphs in {@code modules}. */
  private static final List<String> GRAPH_KEYS = List.of("graph", "chain", "data");

  /** Rows of the older databases hold these as JSON text. */
  private static final List<String> MAY_BE_TEXT =
      List.of("graph", "chain", "spell", "spells", "modules", "gameState");

  /** A copy with JSON in place of JSON text; a bare graph is itself, since it is kept to the letter. */
  static ObjectNode opened(ObjectNode entry) {
    if (entry.has("nodes") && !entry.has("graph")) {
      return entry;
    }
    ObjectNode opened = JsonNodeFactory.instance.objectNode().setAll(entry);
    for (String key : MAY_BE_TEXT) {
      if (entry.path(key).isTextual()) {
        opened.set(key, JsonText.opened(entry.path(key)));
      }
    }
    return opened;
  }

  /** @param entry opened */
  static boolean isOne(ObjectNode entry) {
    return entry.has("nodes") || graphKey(entry).isPresent() || entry.path("spell").isObject();
  }

  /**
   * @param entry  opened
   * @param isOurs whether it is in our format, where the wrapper of old is a part of its own
   * @throws Failure UNPROCESSABLE, if there is no graph in it
   */
  static SpellEntry of(ObjectNode entry, boolean isOurs) {
    ObjectNode head = flat(entry);
    Optional<String> key = graphKey(head);
    if (key.isPresent() && head.path(key.get()) instanceof ObjectNode graph) {
      return new SpellEntry(head, graph, wrapper(head, key.get(), isOurs), false);
    }
    if (head.has("nodes")) {
      return new SpellEntry(head, head, JsonNodeFactory.instance.objectNode(), true);
    }
    throw refusal(head);
  }

  /** Names the part that is wrong, if there is one that a spell has. */
  static Failure refusal(ObjectNode entry) {
    return GRAPH_KEYS.stream().filter(entry::has).findFirst()
        .map(key -> Refusal.because("'" + key + "' is " + Found.in(entry.path(key))
            + ", must be an object with 'nodes', or the JSON text of one"
            + JsonText.fault(entry.path(key)).map(fault -> " (" + fault + ")").orElse("")))
        .orElseGet(() -> Refusal.of(entry));
  }

  /** The wrapper of old still knows the id by which its siblings call it, if nothing newer does. */
  JsonNode id() {
    return isBare ? MissingNode.getInstance()
        : head.hasNonNull("id") ? head.path("id") : wrapper.path("id");
  }

  /** {@code {spell: {...}}}: what stands around the spell joins it, where the spell does not say it. */
  private static ObjectNode flat(ObjectNode entry) {
    ObjectNode flat = entry;
    while (!flat.has("nodes") && graphKey(flat).isEmpty() && flat.path("spell") instanceof ObjectNode spell) {
      ObjectNode joined = JsonNodeFactory.instance.objectNode().setAll(flat);
      joined.remove("spell");
      flat = opened(joined.setAll(spell));
    }
    return flat;
  }

  private static Optional<String> graphKey(ObjectNode entry) {
    return GRAPH_KEYS.stream().filter(key -> key.equals("data")
        ? entry.path(key).path("nodes").isContainerNode() : entry.path(key).isObject()).findFirst();
  }

  private static ObjectNode wrapper(ObjectNode head, String graphKey, boolean isOurs) {
    ObjectNode wrapper = JsonNodeFactory.instance.objectNode().setAll(head);
    wrapper.remove(List.of("name", graphKey));
    if (isOurs) {
      JsonNode old = wrapper.path("wrapper");
      wrapper.remove(List.of("format", "id", "wrapper"));
      if (old instanceof ObjectNode object) {
        wrapper.setAll(object);
      }
    }
    return wrapper;
  }
}
