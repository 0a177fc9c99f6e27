package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.node.IntNode;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.DataInput;
import io.spellmesh.engine.plan.PlanNode;
import io.spellmesh.engine.plan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Pulls what a step is about to be given: which edges count, and in which scope their sources run. */
final class Gathering {
  private final Consumer<Step> ask;

  /** @param ask puts a step that nobody asked for yet into the queue */
  Gathering(Consumer<Step> ask) {
    this.ask = ask;
  }

  /** Finds a source for every data input; {@code step.missing} says how many of them are not done. */
  void gather(Step step) {
    PlanNode node = step.node;
    step.gatherAgain = false;
    List<String> needed = node.type().needs(step.reachedBy, node.dataKeys());
    List<List<Pick>> picks = new ArrayList<>(node.dataInputs().size());
    for (DataInput input : node.dataInputs()) {
      picks.add(needed == node.dataKeys() || needed.contains(input.key()) ? pull(step, input) : List.of());
    }
    step.picks = picks;
  }

  private List<Pick> pull(Step step, DataInput input) {
    if (input.sources().size() == 1) {
      return pull(step, input.sources().get(0)).map(List::of).orElse(List.of());
    }
    List<Pick> picks = new ArrayList<>(input.sources().size());
    for (Source source : counting(step.scope, input)) {
      pull(step, source).ifPresent(picks::add);
    }
    return picks;
  }

  /**
   * Of several edges into one socket those count whose source has completed or needs no trigger; if there
   * is none, those whose source is under way; if there is none, the first.
   */
  private List<Source> counting(Scope scope, DataInput input) {
    List<Source> certain = input.sources().stream().filter(source -> isCertain(scope, source)).toList();
    if (!certain.isEmpty()) {
      return certain;
    }
    List<Source> underWay = input.sources().stream()
        .filter(source -> find(scope, source).filter(step -> step.phase != Step.Phase.NEW).isPresent()).toList();
    return underWay.isEmpty() ? input.sources().subList(0, 1) : underWay;
  }

  private boolean isCertain(Scope scope, Source source) {
    PlanNode node = scope.frame.plan.node(source.node());
    if (find(scope, source).filter(step -> step.phase == Step.Phase.DONE).isPresent()
        || scope.within(node).isPresent()) {
      return true;
    }
    return switch (node.spec().role()) {
      case Role.ValueEntry entry -> scope.frame.given.containsKey(node.index());
      case Role.PlaytestEntry entry -> scope.frame.given.containsKey(node.index());
      case Role.Plain plain -> node.wiredTriggers().isEmpty();
      case Role.TriggerEntry entry -> false;
      case Role.ValueExit exit -> node.wiredTriggers().isEmpty();
      case Role.TriggerExit exit -> node.wiredTriggers().isEmpty();
      case Role.Join join -> node.wiredTriggers().isEmpty();
      case Role.Loop loop -> false;
      case Role.SubSpell spell -> node.wiredTriggers().isEmpty();
    };
  }

  private static Optional<Step> find(Scope scope, Source source) {
    PlanNode node = scope.frame.plan.node(source.node());
    return scope.homeOf(node).find(node);
  }

  private Optional<Pick> pull(Step step, Source source) {
    PlanNode node = step.scope.frame.plan.node(source.node());
    if (node.spec().role() instanceof Role.Loop loop) {
      return pullFromLoop(step, node, loop, source.output());
    }
    Optional<Scope> scope = scopeFor(step, node);
    if (scope.isEmpty()) {
      return Optional.empty();
    }
    Step other = scope.get().findOrMake(node);
    if (other.phase == Step.Phase.NEW) {
      ask.accept(other);
    }
    if (other.phase != Step.Phase.DONE) {
      other.wakeLater(step);
    }
    return Optional.of(new Pick.From(other, source.output()));
  }

  /** Inside an iteration its own element and index; outside those of the last. A loop is never pulled. */
  private Optional<Pick> pullFromLoop(Step step, PlanNode node, Role.Loop loop, String output) {
    Optional<Scope> inside = step.scope.within(node);
    if (inside.isPresent()) {
      Scope.Iteration iteration = inside.get().iteration.orElseThrow();
      return output.equals(loop.index().key())
          ? Optional.of(new Pick.Fixed(IntNode.valueOf(iteration.index())))
          : Optional.of(new Pick.Fixed(iteration.element()));
    }
    Optional<Step> other = scopeFor(step, node).flatMap(scope -> scope.find(node))
        .filter(found -> found.phase != Step.Phase.NEW);
    other.filter(found -> found.phase != Step.Phase.DONE).ifPresent(found -> found.wakeLater(step));
    return other.map(found -> new Pick.From(found, output));
  }

  /**
   * The scope in which a pulled node runs. One that depends on a loop's element is, from outside, what it
   * is in the last iteration; there is no such scope if there was none, and while the loop is under way
   * the step waits and gathers again.
   */
  private Optional<Scope> scopeFor(Step step, PlanNode node) {
    Scope home = step.scope.homeOf(node);
    for (int loopIndex : node.dataLoops()) {
      PlanNode loopNode = home.frame.plan.node(loopIndex);
      if (home.within(loopNode).isPresent()) {
        continue;
      }
      Optional<Step> loop = home.homeOf(loopNode).find(loopNode).filter(found -> found.phase != Step.Phase.NEW);
      if (loop.isPresent() && loop.get().phase != Step.Phase.DONE) {
        loop.get().wakeLater(step);
        step.gatherAgain = true;
        return Optional.empty();
      }
      Optional<Scope> last = loop.flatMap(done -> done.loop).flatMap(run -> run.last);
      if (last.isEmpty()) {
        return Optional.empty();
      }
      home = last.get();
    }
    return Optional.of(home);
  }
}
