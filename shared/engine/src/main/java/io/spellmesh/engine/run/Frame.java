package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.plan.Plan;
import io.spellmesh.engine.plan.PlanNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One spell that runs: the run's own, or one inside another's Spell node. */
final class Frame {
  private record Exit(Step step, JsonNode value) {}

  final Plan plan;
  final Map<Integer, JsonNode> given;
  final Optional<Step> parent;
  final Scope root;
  final Set<Integer> reachedTriggerExits = new HashSet<>();
  private final Map<String, Exit> exits = new LinkedHashMap<>();
  private boolean stopped;

  /**
   * @param given  values of entry nodes, by their index, in the order in which they were given
   * @param path   what stands before the ids of its steps
   * @param parent the Spell node it runs for
   */
  Frame(Plan plan, Map<Integer, JsonNode> given, String path, Optional<Step> parent) {
    this.plan = plan;
    this.given = given;
    this.parent = parent;
    root = Scope.root(this, path);
  }

  /** Of one node in a loop the last iteration counts; of two nodes with one name the last to complete. */
  void exit(Step step, JsonNode value) {
    exits.merge(step.node.publicName(), new Exit(step, value), (old, last) ->
        old.step.node == last.step.node && last.step.scope.isBefore(old.step.scope) ? old : last);
  }

  Map<String, JsonNode> outputs() {
    Map<String, JsonNode> outputs = new LinkedHashMap<>();
    exits.forEach((name, exit) -> outputs.put(name, exit.value));
    return outputs;
  }

  Optional<JsonNode> outputOf(PlanNode exitNode) {
    return Optional.ofNullable(exits.get(exitNode.publicName())).map(Exit::value);
  }

  void stop() {
    stopped = true;
  }

  /** Whether it, or a spell around it, was given up. */
  boolean isStopped() {
    return stopped || parent.isPresent() && parent.get().scope.isStopped();
  }

  boolean isWithin(Frame other) {
    return this == other || parent.isPresent() && parent.get().scope.frame.isWithin(other);
  }
}
