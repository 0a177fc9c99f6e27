package io.spellmesh.engine.plan;

import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;

/** Stands for a type that nobody knows: it survives, and fails by name when it is reached. */
record OpaqueType(String savedName) implements NodeType {
  private static final NodeSpec SPEC = NodeSpec.of("unknown", "Unknown").effect(Effect.PURE).build();

  @Override
  public NodeSpec spec() {
    return SPEC;
  }

  @Override
  public Result run(NodeRun run) {
    throw new NodeFailure("the node type '" + savedName + "' is not known here");
  }
}
