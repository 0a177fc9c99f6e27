package io.spellmesh.engine.run;

import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.Plan;
import io.spellmesh.engine.plan.PlanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a path of node ids leads: {@code 12}, {@code 5/12} in a sub-spell, {@code 5[2]/12} in an iteration. */
sealed interface Place {
  Pattern ITERATION = Pattern.compile("\\[\\d{1,9}]/(.+)", Pattern.DOTALL);

  /** @param around the Spell nodes and loops that the path names before it, outermost first */
  record At(List<PlanNode> around, PlanNode node) implements Place {}

  /** In a spell that is not known before its name is. @param caller the node that names it */
  record Unforeseen(PlanNode caller) implements Place {}

  /**
   * @param missing which node is not there, and where
   * @param because why it cannot be
   */
  record Nowhere(String missing, Optional<String> because) implements Place {
    /** @param wanted what it is wanted for, such as {@code to run to} */
    String said(String wanted) {
      return missing + " " + wanted + because.map(why -> ": " + why).orElse("");
    }
  }

  static Place find(Program program, String path) {
    return find(program, program.root(), "the spell", List.of(), path);
  }

  private static Place find(Program program, Plan plan, String spell, List<PlanNode> around, String path) {
    Optional<PlanNode> here = plan.nodes().stream().filter(node -> node.id().equals(path)).findFirst();
    if (here.isPresent()) {
      return new At(around, here.get());
    }
    String missing = spell + " has no node '" + path + "'";
    Nowhere nowhere = new Nowhere(missing, Optional.empty());
    for (PlanNode node : plan.nodes()) {
      if (path.startsWith(node.id())) {
        List<PlanNode> further = new ArrayList<>(around);
        further.add(node);
        String rest = path.substring(node.id().length());
        Place below = node.spec().role() instanceof Role.Loop
            ? inIteration(program, plan, spell, further, rest, missing)
            : inSpell(program, plan, further, rest, missing);
        if (!(below instanceof Nowhere reason)) {
          return below;
        }
        nowhere = rest.startsWith("/") ? reason : nowhere;
      }
    }
    return nowhere;
  }

  private static Place inIteration(Program program, Plan plan, String spell, List<PlanNode> around, String rest,
      String missing) {
    Matcher iteration = ITERATION.matcher(rest);
    return iteration.matches() ? find(program, plan, spell, around, iteration.group(1))
        : new Nowhere(missing, Optional.of(around.getLast().described()
            + " is a loop, and what runs in it is named without it"));
  }

  private static Place inSpell(Program program, Plan plan, List<PlanNode> around, String rest, String missing) {
    PlanNode node = around.getLast();
    boolean isPath = rest.startsWith("/") && rest.length() > 1;
    if (isPath && node.spec().role() instanceof Role.Caller) {
      return new Unforeseen(node);
    }
    if (!isPath || !(node.spec().role() instanceof Role.SubSpell)) {
      return new Nowhere(missing, Optional.of(node.described()
          + (node.isBypassed() ? " is disabled" : " runs no spell")));
    }
    return switch (program.child(plan, node)) {
      case Program.Child.Found child ->
          find(program, child.plan(), "the spell '" + child.name() + "'", around, rest.substring(1));
      case Program.Child.Missing none -> new Nowhere(missing, Optional.of(node.described() + ": " + none.why()));
    };
  }
}
