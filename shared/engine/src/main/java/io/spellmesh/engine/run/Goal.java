package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Mistake;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.IndexSet;
import io.spellmesh.engine.plan.Plan;
import io.spellmesh.engine.plan.PlanNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The node that a run goes to. Of a sub-spell it lies in only what leads there is run, and of the spell around only what
 * leads to the Spell node; every other spell is run as a whole.
 */
final class Goal {
  /** Of a run that runs all of its spell. */
  static final Goal NONE = new Goal(Map.of());

  /** By where a spell is run, as {@link Frame#place} says it: the node of it to go to. */
  private final Map<String, PlanNode> ends;

  private Goal(Map<String, PlanNode> ends) {
    this.ends = ends;
  }

  /** @throws Failure UNPROCESSABLE if no run can go there */
  static Goal of(Program program, String path) {
    return switch (Place.find(program, path)) {
      case Place.At at -> {
        Map<String, PlanNode> ends = new HashMap<>();
        String place = "";
        for (PlanNode around : at.around()) {
          if (around.spec().role() instanceof Role.Loop) {
            throw refusal(path, "a run goes to a node in every iteration of " + around.described() + ", and not to '"
                + path + "' alone; leave the iteration out");
          }
          ends.put(place, around);
          place += around.id() + "/";
        }
        ends.put(place, at.node());
        yield new Goal(ends);
      }
      case Place.Unforeseen unforeseen -> throw refusal(path, "which spell " + unforeseen.caller().described()
          + " runs is known only when it does, so no run can go to '" + path + "'");
      case Place.Nowhere nowhere -> throw refusal(path, nowhere.said("to run to"));
    };
  }

  private static Failure refusal(String path, String message) {
    return Failure.unprocessable(message, List.of(Mistake.at(path, message)));
  }

  /** What triggers are followed to in a spell that is run there. */
  IndexSet wanted(String place, Plan plan) {
    return Optional.ofNullable(ends.get(place)).map(plan::above).orElseGet(plan::all);
  }

  /** How a spell begins that is run there. Empty if there is nothing to begin with. */
  Optional<Start> start(String place, Plan plan, Map<Integer, JsonNode> given, Optional<Start> reached) {
    Optional<Start> whole = reached.or(() -> Start.of(plan, given));
    return Optional.ofNullable(ends.get(place)).map(end -> Start.to(end, plan, whole)).or(() -> whole);
  }
}
