package io.spellmesh.nodes.number;

import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;

/** Whether a number is above another. */
public final class GreaterThan implements NodeType {
  @Override
  public NodeSpec spec() {
    return Comparison.spec("greater-than", "Greater Than", "greater than");
  }

  @Override
  public Result run(NodeRun run) {
    return Comparison.fire(run, (number, value) -> number > value);
  }
}
