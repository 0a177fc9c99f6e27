package io.spellmesh.engine.node;

import java.util.List;
import java.util.Optional;

/**
 * A node type: one final class without state, found by ServiceLoader. Two runs share the instance and
 * never meet in it.
 */
public interface NodeType {

  /** Always equal to itself; asked once. */
  NodeSpec spec();

  /**
   * The body. It reaches the world only through the run it is given.
   *
   * @throws NodeFailure for what a person should read
   */
  Result run(NodeRun run) throws Exception;

  /**
   * Which of the wired data inputs the body needs, for the trigger that came.
   *
   * @param trigger key of the trigger socket it was reached by; absent if it is pulled
   * @param wired   keys of the wired data inputs, in order
   */
  default List<String> needs(Optional<String> trigger, List<String> wired) {
    return wired;
  }
}
