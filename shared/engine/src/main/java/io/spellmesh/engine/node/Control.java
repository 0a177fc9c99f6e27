package io.spellmesh.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What a person sets on a node: a field of the node's {@code data} and the widget that edits it. Saved
 * numbers may be text and saved choices may be unknown; the readers of {@link NodeRun} say so.
 */
public sealed interface Control {
  /** Field of the node's {@code data}. */
  String key();

  String label();

  /** @param hasLines whether it may have several lines; else it is one, such as a name or an address */
  record Text(String key, String label, String byDefault, boolean hasLines) implements Control {
    /** Of one line. */
    public Text(String key, String label, String byDefault) {
      this(key, label, byDefault, false);
    }

    /** The same of several lines: what people write at length, or with a line's end in it. */
    public Text withLines() {
      return new Text(key, label, byDefault, true);
    }
  }

  record Number(String key, String label, double byDefault, double min, double max) implements Control {}

  record Choice(String key, String label, String byDefault, List<String> choices) implements Control {
    public Choice {
      choices = List.copyOf(choices);
    }
  }

  record Toggle(String key, String label, boolean byDefault) implements Control {}

  record Code(String key, String label, String byDefault, String language) implements Control {}

  record Json(String key, String label, Optional<JsonNode> byDefault) implements Control {}

  /** Lets people add sockets; key is {@code inputs} or {@code outputs}. */
  record Sockets(String key, String label, SocketType type) implements Control {}
}
