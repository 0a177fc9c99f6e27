package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.IndexSet;
import io.spellmesh.engine.plan.Plan;
import io.spellmesh.engine.plan.PlanNode;
import java.util.Optional;

/** Which steps do not run, because what they give is pinned or was given in an earlier run. */
final class TakingOver {
  private final Reuse reuse;
  private final Program program;

  TakingOver(Reuse reuse, Program program) {
    this.reuse = reuse;
    this.program = program;
  }

  boolean isNothing() {
    return reuse.pinned().isEmpty() && reuse.recorded().isEmpty();
  }

  /** What the step gives without running. */
  Optional<Recorded> of(Step step) {
    return isNothing() || step.node.isBypassed() || step.node.spec().role() instanceof Role.Loop ? Optional.empty()
        : pinned(step.scope, step.node).map(outputs -> Pins.recorded(step.node, outputs))
            .or(() -> recorded(step));
  }

  boolean isPinned(Scope scope, PlanNode node) {
    return pinned(scope, node).isPresent();
  }

  private Optional<ObjectNode> pinned(Scope scope, PlanNode node) {
    return reuse.pinned().isEmpty() ? Optional.empty()
        : Optional.ofNullable(reuse.pinned().get(scope.path + node.id()))
            .or(() -> Optional.ofNullable(reuse.pinned().get(scope.frame.place + node.id())));
  }

  /** What ended the earlier run is tried again; what was handled there is handled here. */
  private Optional<Recorded> recorded(Step step) {
    if (reuse.recorded().isEmpty() || step.scope.frame.fresh.contains(step.node.index()) || isEntry(step.node)) {
      return Optional.empty();
    }
    return Optional.ofNullable(reuse.recorded().get(step.path())).filter(gave -> gave.failed().isEmpty()
        || step.node.wiredError().isPresent() || step.scope.guarded().isPresent());
  }

  /** They have no body: what they were given, this run is given too. */
  private static boolean isEntry(PlanNode node) {
    return switch (node.spec().role()) {
      case Role.ValueEntry entry -> true;
      case Role.TriggerEntry entry -> true;
      case Role.PlaytestEntry entry -> true;
      case Role.Source source -> true;
      case Role.Plain plain -> false;
      case Role.Join join -> false;
      case Role.Collector collector -> false;
      case Role.Loop loop -> false;
      case Role.SubSpell spell -> false;
      case Role.Caller caller -> false;
      case Role.ValueExit exit -> false;
      case Role.TriggerExit exit -> false;
    };
  }

  /** Whether a step that is taken over has to hear of this one: the rest of what it read is of no use. */
  boolean isWorthPulling(Step source, Step forStep) {
    return forStep.reused.isEmpty() || reuse.from().isEmpty() || of(source).isPresent()
        || isEntry(source.node);
  }

  /** What of a spell is to run however much is recorded of it. @param parent the step that runs it, if any does */
  IndexSet fresh(Optional<Step> parent, Plan plan) {
    if (reuse.from().isEmpty()) {
      return IndexSet.NONE;
    }
    String path = reuse.from().get().node();
    if (parent.isEmpty()) {
      return below(plan, path);
    }
    Step step = parent.get();
    if (!step.scope.frame.fresh.contains(step.node.index())) {
      return IndexSet.NONE;
    }
    String around = Frame.placeIn(step);
    return path.startsWith(around) ? below(plan, path.substring(around.length())) : plan.all();
  }

  /** The node, or the Spell node around it, and all that hangs below. */
  private static IndexSet below(Plan plan, String path) {
    return plan.nodes().stream().filter(node -> node.id().equals(path)).findFirst()
        .or(() -> plan.nodes().stream().filter(node -> path.startsWith(node.id() + "/")).findFirst())
        .map(plan::below).orElseGet(plan::all);
  }
}
