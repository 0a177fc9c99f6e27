package io.spellmesh.engine.run;

import io.spellmesh.engine.plan.Plan;
import io.spellmesh.engine.plan.PlanNode;
import java.util.Map;
import java.util.Optional;

/**
 * A plan with the plans of all spells that it names, found before the run begins, so that a run cannot change under way
 * and a spell that contains itself never starts. Spells that are named while it runs are programs of their own.
 */
public final class Program {

  /** What a Spell node stands for. */
  public sealed interface Child {
    /** @param name as people call the spell */
    record Found(String name, Plan plan) implements Child {}

    /** @param why what a person should read when the node is reached */
    record Missing(String why) implements Child {}
  }

  /** A spell that a plan is of. */
  record Named(String id, String name) {}

  private final Plan root;
  private final Map<Plan, Named> spells;
  private final Map<Plan, Map<Integer, Child>> children;

  /**
   * @param spells   that the plans are of
   * @param children by plan and index of the Spell node; made by a {@link Linker}
   */
  Program(Plan root, Map<Plan, Named> spells, Map<Plan, Map<Integer, Child>> children) {
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

  /** The spell that a plan is of, if it is of any. */
  Optional<Named> spell(Plan plan) {
    return Optional.ofNullable(spells.get(plan));
  }

  Child child(Plan plan, PlanNode spellNode) {
    return children.getOrDefault(plan, Map.of())
        .getOrDefault(spellNode.index(), new Child.Missing("there is no spell for it here"));
  }
}
