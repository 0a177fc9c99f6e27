package io.spellmesh.nodes.number;

import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Values;

/** One number by another. */
public final class Divide implements NodeType {
  @Override
  public NodeSpec spec() {
    return Calculation.spec("divide", "Divide", "Gives the first number divided by the second. By 0 it fails.");
  }

  @Override
  public Result run(NodeRun run) {
    double by = Calculation.second(run);
    if (by == 0) {
      throw new NodeFailure("cannot divide " + Values.number(Calculation.first(run)) + " by 0").at(Calculation.SECOND);
    }
    return Calculation.result(Calculation.first(run) / by);
  }
}
