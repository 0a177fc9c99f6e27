package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.plan.IndexSet;
import io.spellmesh.engine.plan.Plan;
import io.spellmesh.engine.plan.PlanNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One spell that runs: the run's own, or one inside another's Spell node. */
final class Frame {
  private record Exit(Step step, JsonNode value) {}

  final Program program;
  final Plan plan;
  final Map<Integer, JsonNode> given;
  final Optional<Step> parent;
  /** What runs, however much of it could be taken over. */
  final IndexSet fresh;
  /** What triggers are followed to. */
  final IndexSet wanted;
  /** What stands before the ids of its nodes in a path that says nothing of iterations. */
  final String place;
  final Scope root;
  final Set<Integer> reachedTriggerExits = new HashSet<>();
  private final Map<String, Exit> exits = new LinkedHashMap<>();
  private boolean stopped;

  /**
   * @param program that the plan is of, with the spells that it reaches
   * @param given   values of entry nodes, by their index, in the order in which they were given
   * @param parent  the node it runs for
   */
  Frame(Program program, Plan plan, Map<Integer, JsonNode> given, Optional<Step> parent, IndexSet fresh,
      IndexSet wanted) {
    this.program = program;
    this.plan = plan;
    this.given = given;
    this.parent = parent;
    this.fresh = fresh;
    this.wanted = wanted;
    place = parent.map(Frame::placeIn).orElse("");
    root = Scope.root(this, parent.map(Step::inside).orElse(""));
  }

  /** How places in what a step runs begin. */
  static String placeIn(Step step) {
    return step.scope.frame.place + step.node.id() + "/";
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

  /** The frames around it, and itself last. */
  List<Frame> nesting() {
    List<Frame> nesting = new ArrayList<>();
    for (Optional<Frame> next = Optional.of(this); next.isPresent();
        next = next.get().parent.map(step -> step.scope.frame)) {
      nesting.add(next.get());
    }
    return nesting.reversed();
  }

  boolean isWithin(Frame other) {
    return this == other || parent.isPresent() && parent.get().scope.frame.isWithin(other);
  }
}
