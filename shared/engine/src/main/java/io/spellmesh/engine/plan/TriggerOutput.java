package io.spellmesh.engine.plan;

import java.util.List;

/** A trigger output. @param targets in the order in which they are followed; empty if it is not wired */
public record TriggerOutput(String key, List<Target> targets) {
  public TriggerOutput {
    targets = List.copyOf(targets);
  }
}
