package io.spellmesh.nodes.number;

import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;

/** Whether a number is another or below it. */
public final class LessThanOrEqual implements NodeType {
  @Override
  public NodeSpec spec() {
    return Comparison.spec("less-than-or-equal", "Less Than Or Equal", "less than or equal to");
  }

  @Override
  public Result run(NodeRun run) {
    return Comparison.fire(run, (number, value) -> number <= value);
  }
}
