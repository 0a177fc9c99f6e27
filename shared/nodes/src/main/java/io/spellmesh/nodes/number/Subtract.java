package io.spellmesh.nodes.number;

import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;

/** One number less another. */
public final class Subtract implements NodeType {
  @Override
  public NodeSpec spec() {
    return Calculation.spec("subtract", "Subtract", "Gives the first number less the second.");
  }

  @Override
  public Result run(NodeRun run) {
    return Calculation.result(Calculation.first(run) - Calculation.second(run));
  }
}
