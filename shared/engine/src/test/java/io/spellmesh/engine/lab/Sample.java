package io.spellmesh.engine.lab;

import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Result;

/** A node type from a specification and a body. */
public record Sample(NodeSpec spec, Behaviour body) implements NodeType {
  /** What a body does. */
  @FunctionalInterface
  public interface Behaviour {
    Result run(NodeRun run) throws Exception;
  }

  @Override
  public Result run(NodeRun run) throws Exception {
    return body.run(run);
  }
}
