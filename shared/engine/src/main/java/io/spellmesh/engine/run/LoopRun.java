package io.spellmesh.engine.run;

import io.spellmesh.engine.node.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A loop under way. */
final class LoopRun {
  final Result.Iterations iterations;
  int next;
  /** Every iteration that has begun, where a node of the spell wants to see them all; else empty. */
  final List<Scope> collected = new ArrayList<>();
  int underWay;
  boolean advancing;
  /** Whether what is under way in its iterations was given up. */
  boolean stopped;
  /** The iteration of the last element, once it has begun; its values are what is seen from outside. */
  Optional<Scope> last = Optional.empty();

  LoopRun(Result.Iterations iterations) {
    this.iterations = iterations;
  }

  boolean isOver() {
    return next == iterations.elements().size() && underWay == 0;
  }
}
