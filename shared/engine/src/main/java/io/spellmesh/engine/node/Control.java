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

  /** What it is for, in a sentence; empty where the label says it all. */
  String help();

  /** @param hasLines whether it may have several lines; else it is one, such as a name or an address */
  record Text(String key, String label, String byDefault, boolean hasLines, String help) implements Control {
    /** Of one line. */
    public Text(String key, String label, String byDefault) {
      this(key, label, byDefault, false, "");
    }

    /** The same of several lines: what people write at length, or with a line's end in it. */
    public Text withLines() {
      return new Text(key, label, byDefault, true, help);
    }

    public Text help(String sentence) {
      return new Text(key, label, byDefault, hasLines, sentence);
    }
  }

  record Number(String key, String label, double byDefault, double min, double max, String help)
      implements Control {
    public Number(String key, String label, double byDefault, double min, double max) {
      this(key, label, byDefault, min, max, "");
    }

    public Number help(String sentence) {
      return new Number(key, label, byDefault, min, max, sentence);
    }
  }

  record Choice(String key, String label, String byDefault, List<String> choices, String help)
      implements Control {
    public Choice {
      choices = List.copyOf(choices);
    }

    public Choice(String key, String label, String byDefault, List<String> choices) {
      this(key, label, byDefault, choices, "");
    }

    public Choice help(String sentence) {
      return new Choice(key, label, byDefault, choices, sentence);
    }
  }

  record Toggle(String key, String label, boolean byDefault, String help)
      implements Control {
    public Toggle(String key, String label, boolean byDefault) {
      this(key, label, byDefault, "");
    }

    public Toggle help(String sentence) {
      return new Toggle(key, label, byDefault, sentence);
    }
  }

  record Code(String key, String label, String byDefault, String language, String help)
      implements Control {
    public Code(String key, String label, String byDefault, String language) {
      this(key, label, byDefault, language, "");
    }

    public Code help(String sentence) {
      return new Code(key, label, byDefault, language, sentence);
    }
  }

  record Json(String key, String label, Optional<JsonNode> byDefault, String help)
      implements Control {
    public Json(String key, String label, Optional<JsonNode> byDefault) {
      this(key, label, byDefault, "");
    }

    public Json help(String sentence) {
      return new Json(key, label, byDefault, sentence);
    }
  }

  /** Lets people add sockets; key is {@code inputs} or {@code outputs}. */
  record Sockets(String key, String label, SocketType type, String help)
      implements Control {
    public Sockets(String key, String label, SocketType type) {
      this(key, label, type, "");
    }

    public Sockets help(String sentence) {
      return new Sockets(key, label, type, sentence);
    }
  }
}
