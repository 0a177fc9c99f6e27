package io.spellmesh.nodes.picture;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;
import java.util.Optional;

/** A frame around nodes that belong together. */
public final class Group implements NodeType {
  static final Control.Text NAME = new Control.Text("name", "Name", "");
  static final Control.Text COLOUR = new Control.Text("color", "Colour", "");
  static final Control.Number WIDTH = new Control.Number("width", "Width", 400, 0, 1e6);
  static final Control.Number HEIGHT = new Control.Number("height", "Height", 300, 0, 1e6);
  static final Control.Json NODES = new Control.Json("nodes", "Nodes inside", Optional.<JsonNode>empty());

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("group", "Group").group("Picture")
        .help("A frame with a name around nodes that belong together. It does nothing.")
        .control(NAME, COLOUR, WIDTH, HEIGHT, NODES).effect(Effect.PURE).build();
  }

  /** Without a socket nothing reaches it. */
  @Override
  public Result run(NodeRun run) {
    return Result.nothing();
  }
}
