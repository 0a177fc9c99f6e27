package io.spellmesh.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A change of what a spell remembers.
 *
 * @param values by name; names that are not here keep their value
 */
public record StateChange(ObjectNode values, How how) {

  /** What becomes of a value that is there. */
  public enum How {
    /** The new one takes its place. */
    SET,
    /** A list gets the new value at its end, an object gets the new one's fields; others are replaced. */
    GROW
  }

  /** @return the state after it; the one before is not changed */
  public ObjectNode applyTo(ObjectNode state) {
    ObjectNode next = state.objectNode().setAll(state);
    for (Map.Entry<String, JsonNode> field : values.properties()) {
      next.set(field.getKey(), switch (how) {
        case SET -> field.getValue();
        case GROW -> grown(next.path(field.getKey()), field.getValue());
      });
    }
    return next;
  }

  private static JsonNode grown(JsonNode old, JsonNode value) {
    if (old instanceof ArrayNode list) {
      return list.arrayNode().addAll(list).add(value);
    }
    if (old instanceof ObjectNode object && value instanceof ObjectNode fields) {
      return object.objectNode().<ObjectNode>setAll(object).setAll(fields);
    }
    return value;
  }
}
