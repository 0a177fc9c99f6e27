package io.spellmesh.nodes.number;

import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;

/** One number times another. */
public final class Multiply implements NodeType {
  @Override
  public NodeSpec spec() {
    return Calculation.spec("multiply", "Multiply", "Gives the product of two numbers.");
  }

  @Override
  public Result run(NodeRun run) {
    return Calculation.result(Calculation.first(run) * Calculation.second(run));
  }
}
