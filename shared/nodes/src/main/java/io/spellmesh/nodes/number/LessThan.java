package io.spellmesh.nodes.number;

import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;

/** Whether a number is below another. */
public final class LessThan implements NodeType {
  @Override
  public NodeSpec spec() {
    return Comparison.spec("less-than", "Less Than", "less than");
  }

  @Override
  public Result run(NodeRun run) {
    return Comparison.fire(run, (number, value) -> number < value);
  }
}
