package io.spellmesh.contract.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A control of a node type: where it stands in the node's data, and the widget that edits it.
 *
 * @param key     field of the node's {@code data}
 * @param widget  {@code line} (text of one line), {@code text} (of several), {@code number}, {@code choice},
 *                {@code toggle}, {@code code}, {@code json} or {@code sockets}
 * @param choices for {@code choice} only
 * @param min     for {@code number} only
 * @param max     for {@code number} only
 * @param language for {@code code} only
 * @param help     what it is for, in a sentence; absent where the label says it all
 */
public record ControlInfo(String key, String label, String widget, Optional<JsonNode> defaultValue,
    List<String> choices, Optional<Double> min, Optional<Double> max, Optional<String> language,
    Optional<String> help) {
  public ControlInfo {
    // Read from JSON, an absent value of any kind is a present null.
    defaultValue = defaultValue.filter(value -> !value.isNull());
  }

  /** One whose label says it all. */
  public ControlInfo(String key, String label, String widget, Optional<JsonNode> defaultValue,
      List<String> choices, Optional<Double> min, Optional<Double> max, Optional<String> language) {
    this(key, label, widget, defaultValue, choices, min, max, language, Optional.empty());
  }
}
