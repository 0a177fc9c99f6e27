package io.spellmesh.engine.run;

import io.spellmesh.engine.plan.Plan;
import io.spellmesh.engine.plan.PlanNode;
import java.util.Map;

/**
 * A plan with the plans of all spells it can reach, found before the run begins, so that a run cannot
 * change under way and a spell that contains itself never starts.
 */
public final class Program {

  /** What a Spell node stands for. */
  public sealed interface Child {
    /** @param name as people call the spell */
    record Found(String name, Plan plan) implements Child {}

    /** @param why what a person should read when the node is reached */
    record Missing(String why) implements Child {}
  }

  private final Plan root;
  private final Map<Plan, String> spells;
  private final Map<Plan, Map<Integer, Child>> children;

  /**
   * @param spells   ids of the spells that the plans are of
   * @param children by plan and index of the Spell node; made by a {@link Linker}
   */
  Program(Plan root, Map<Plan, String> spells, Map<Plan, Map<Integer, Child>> children) {
    this.root = root;
    this.spells = spells;
    this.children = children;
  }

  /** A plan without sub-spells. A Spell node in it fails when it is reached. */
  public static Program of(Plan plan) {
    return new Program(plan, Map.of(), Map.of());
  }

  public Plan root() {
    return root;
  }

  /** Id of the spell that a plan is of; empty if it is of none. */
  String spell(Plan plan) {
    return spells.getOrDefault(plan, "");
  }

  Child child(Plan plan, PlanNode spellNode) {
    return children.getOrDefault(plan, Map.of())
        .getOrDefault(spellNode.index(), new Child.Missing("there is no spell for it here"));
  }
}
