package io.spellmesh.nodes.number;

import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;

/** Whether a number is another. */
public final class Equal implements NodeType {
  @Override
  public NodeSpec spec() {
    return Comparison.spec("equal", "Equal", "equal to");
  }

  @Override
  public Result run(NodeRun run) {
    return Comparison.fire(run, (number, value) -> number.doubleValue() == value);
  }
}
