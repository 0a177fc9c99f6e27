package io.spellmesh.nodes.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.NodeRun;
import java.util.Locale;

/** The values at all sockets as one object; the names are trimmed and in lower case, as they ever were. */
final class Composed {
  private Composed() {}

  static ObjectNode of(NodeRun run) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    run.inputs().forEach((name, value) -> object.set(name.strip().toLowerCase(Locale.ROOT), value));
    return object;
  }
}
