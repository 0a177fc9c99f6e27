package io.spellmesh.nodes.number;

import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;

/** Whether a number is another or above it. */
public final class GreaterThanOrEqual implements NodeType {
  @Override
  public NodeSpec spec() {
    return Comparison.spec("greater-than-or-equal", "Greater Than Or Equal", "greater than or equal to");
  }

  @Override
  public Result run(NodeRun run) {
    return Comparison.fire(run, (number, value) -> number >= value);
  }
}
