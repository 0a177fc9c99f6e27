package io.spellmesh.engine.node;

import io.spellmesh.contract.FailureCode;

/**
 * A node type that emits items of its own accord while its spell is played. Each item begins a run from the
 * node; its role is {@link Role.Source}.
 */
public interface SourceType extends NodeType {

  /**
   * Begins to emit, and emits until it is told to stop. Must not wait.
   *
   * @return what stops it
   * @throws NodeFailure if it cannot, for what a person should read
   */
  Runnable play(SourceRun source);

  /** Reached in a run that no item of it began. */
  @Override
  default Result run(NodeRun run) {
    throw new NodeFailure(FailureCode.UNPROCESSABLE, "has an item only in the runs that it begins while its spell is played");
  }
}
