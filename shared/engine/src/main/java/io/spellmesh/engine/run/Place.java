package io.spellmesh.engine.run;

import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.Plan;
import io.spellmesh.engine.plan.PlanNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a path of node ids leads: {@code 12}, {@code 5/12} in a sub-spell, {@code 5[2]/12} in an iteration. */
sealed interface Place {
  Pattern ITERATION = Pattern.compile("\\[\\d{1,9}]/(.+)", Pattern.DOTALL);

  record At(PlanNode node) implements Place {}

  /** In a spell that is not known before its name is. */
  record Unforeseen() implements Place {}

  record Nowhere() implements Place {}

  static Place find(Program program, Plan plan, String path) {
    Optional<PlanNode> here = plan.nodes().stream().filter(node -> node.id().equals(path)).findFirst();
    if (here.isPresent()) {
      return new At(here.get());
    }
    for (PlanNode node : plan.nodes()) {
      if (path.startsWith(node.id())) {
        Place below = below(program, plan, node, path.substring(node.id().length()));
        if (!(below instanceof Nowhere)) {
          return below;
        }
      }
    }
    return new Nowhere();
  }

  private static Place below(Program program, Plan plan, PlanNode node, String rest) {
    if (node.spec().role() instanceof Role.Loop) {
      Matcher iteration = ITERATION.matcher(rest);
      return iteration.matches() ? find(program, plan, iteration.group(1)) : new Nowhere();
    }
    if (!rest.startsWith("/") || rest.length() == 1) {
      return new Nowhere();
    }
    if (node.spec().role() instanceof Role.Caller) {
      return new Unforeseen();
    }
    return node.spec().role() instanceof Role.SubSpell
        && program.child(plan, node) instanceof Program.Child.Found child
        ? find(program, child.plan(), rest.substring(1)) : new Nowhere();
  }
}
