package io.spellmesh.nodes.picture;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;

/** A text beside the nodes, for those who read the spell. */
public final class Note implements NodeType {
  static final Control.Code TEXT = new Control.Code("text", "Text", "", "markdown");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("note", "Note").group("Picture")
        .help("A text for those who read the spell. It does nothing.")
        .control(TEXT).effect(Effect.PURE).build();
  }

  /** Without a socket nothing reaches it. */
  @Override
  public Result run(NodeRun run) {
    return Result.nothing();
  }
}
