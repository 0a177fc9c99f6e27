package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.node.IntNode;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.DataInput;
import io.spellmesh.engine.plan.PlanNode;
import io.spellmesh.engine.plan.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Pulls what a step is about to be given: which edges count, and in which scope their sources run. */
final class Gathering {
  private final Consumer<Step> ask;
  private final TakingOver taking;

  /** @param ask puts a step into the queue that nobody asked for yet, or that has to fail again */
  Gathering(Consumer<Step> ask, TakingOver taking) {
    this.ask = ask;
    this.taking = taking;
  }

  /** Finds a source for every data input; {@code step.missing} says how many of them are not done. */
  void gather(Step step) {
    PlanNode node = step.node;
    step.gatherAgain = false;
    step.reused = taking.of(step);
    if (step.reused.isPresent() && taking.isPinned(step.scope, node)) {
      step.picks = Collections.nCopies(node.dataInputs().size(), List.of());
      return;
    }
    List<String> needed = node.type().needs(step.reachedBy, node.dataKeys());
    List<List<Pick>> picks = new ArrayList<>(node.dataInputs().size());
    for (DataInput input : node.dataInputs()) {
      picks.add(needed == node.dataKeys() || needed.contains(input.key()) ? pull(step, input) : List.of());
    }
    step.picks = picks;
  }

  private List<Pick> pull(Step step, DataInput input) {
    if (step.node.spec().role() instanceof Role.Collector) {
      return input.sources().stream().flatMap(source -> collect(step, source).stream()).toList();
    }
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
        .filter(source -> begun(home(scope, source), node(scope, source)).isPresent()).toList();
    return underWay.isEmpty() ? input.sources().subList(0, 1) : underWay;
  }

  private boolean isCertain(Scope scope, Source source) {
    PlanNode node = node(scope, source);
    if (begun(home(scope, source), node).filter(step -> step.phase == Step.Phase.DONE).isPresent()
        || scope.within(node).isPresent()) {
      return true;
    }
    return switch (node.spec().role()) {
      case Role.ValueEntry entry -> isGiven(scope, node);
      case Role.PlaytestEntry entry -> isGiven(scope, node);
      case Role.Source emitting -> isGiven(scope, node);
      case Role.Plain plain -> node.wiredTriggers().isEmpty();
      case Role.TriggerEntry entry -> false;
      case Role.ValueExit exit -> node.wiredTriggers().isEmpty();
      case Role.TriggerExit exit -> node.wiredTriggers().isEmpty();
      case Role.Join join -> node.wiredTriggers().isEmpty();
      case Role.Collector collector -> node.wiredTriggers().isEmpty();
      case Role.Loop loop -> false;
      case Role.SubSpell spell -> node.wiredTriggers().isEmpty();
      case Role.Caller caller -> node.wiredTriggers().isEmpty();
    };
  }

  private boolean isGiven(Scope scope, PlanNode node) {
    return scope.frame.given.containsKey(node.index()) || taking.isPinned(scope.homeOf(node), node);
  }

  private static PlanNode node(Scope scope, Source source) {
    return scope.frame.plan.node(source.node());
  }

  private static Optional<Step> begun(Scope scope, PlanNode node) {
    return scope.find(node).filter(step -> step.phase != Step.Phase.NEW);
  }

  /** Where a source is looked for: as {@link #scopeFor}, but nothing is waited for. */
  private static Scope home(Scope scope, Source source) {
    PlanNode node = node(scope, source);
    Scope home = scope.homeOf(node);
    if (begun(home, node).isPresent()) {
      return home;
    }
    for (int loop : node.dataLoops()) {
      PlanNode loopNode = home.frame.plan.node(loop);
      if (home.within(loopNode).isEmpty()) {
        home = runOf(home, loopNode).filter(run -> run.phase == Step.Phase.DONE && run.node == loopNode)
            .flatMap(Gathering::lastOf).orElse(home);
      }
    }
    return home;
  }

  private Optional<Pick> pull(Step step, Source source) {
    PlanNode node = node(step.scope, source);
    if (node.spec().role() instanceof Role.Loop) {
      return pullFromLoop(step.scope, step, node, source.output());
    }
    Optional<Scope> scope = scopeFor(step, node);
    if (scope.isEmpty()) {
      return Optional.empty();
    }
    return from(scope.get().findOrMake(node), source.output(), step);
  }

  private Optional<Pick> from(Step other, String output, Step step) {
    if (!taking.isWorthPulling(other, step)) {
      return Optional.empty();
    }
    ask.accept(other);
    if (other.phase != Step.Phase.DONE) {
      other.wakeLater(step);
    }
    return Optional.of(new Pick.From(other, output));
  }

  /**
   * What a source gave in every iteration of the loops that it hangs on and the step does not. One that is
   * reached by triggers counts where they came; one that is not is pulled in each.
   */
  private List<Pick> collect(Step step, Source source) {
    PlanNode node = node(step.scope, source);
    List<Pick> picks = new ArrayList<>();
    for (Scope scope : iterations(step, node)) {
      if (node.spec().role() instanceof Role.Loop) {
        pullFromLoop(scope, step, node, source.output()).ifPresent(picks::add);
      } else if (begun(scope, node).isPresent() || node.wiredTriggers().isEmpty()) {
        from(scope.findOrMake(node), source.output(), step).ifPresent(picks::add);
      }
    }
    return picks;
  }

  private static List<Scope> iterations(Step step, PlanNode node) {
    List<Scope> scopes = List.of(step.scope.homeOf(node));
    for (PlanNode loop : step.scope.frame.plan.loops()) {
      if (loop == node || node.loops().contains(loop.index())) {
        List<Scope> inside = new ArrayList<>();
        for (Scope scope : scopes) {
          if (scope.within(loop).isPresent()) {
            inside.add(scope);
          } else {
            done(step, begun(scope.homeOf(loop), loop)).flatMap(run -> run.loop)
                .ifPresent(run -> inside.addAll(run.collected));
          }
        }
        scopes = inside;
      }
    }
    return scopes;
  }

  /** Inside an iteration its own element and index; outside those of the last. A loop is never pulled. */
  private static Optional<Pick> pullFromLoop(Scope scope, Step step, PlanNode node, String output) {
    Optional<Scope> inside = scope.within(node);
    if (inside.isEmpty()) {
      return done(step, runOf(scope, node)).map(run -> new Pick.From(run, output));
    }
    Role.Loop loop = (Role.Loop) node.spec().role();
    Scope.Iteration iteration = inside.get().iteration.orElseThrow();
    if (output.equals(loop.index().key())) {
      return Optional.of(new Pick.Fixed(IntNode.valueOf(iteration.index())));
    }
    return output.equals(loop.element().key())
        ? Optional.of(new Pick.Fixed(iteration.element())) : Optional.empty();
  }

  /**
   * The scope in which a pulled node runs. One that depends on a loop's element and has not run here is,
   * from outside, what it is in the last iteration; there is no such scope if there was none, and while
   * the loop is under way the step waits and gathers again.
   */
  private static Optional<Scope> scopeFor(Step step, PlanNode node) {
    Scope home = step.scope.homeOf(node);
    if (begun(home, node).isPresent()) {
      return Optional.of(home);
    }
    for (int loop : node.dataLoops()) {
      PlanNode loopNode = home.frame.plan.node(loop);
      if (home.within(loopNode).isEmpty()) {
        Optional<Scope> last = done(step, runOf(home, loopNode)).flatMap(Gathering::lastOf);
        if (last.isEmpty()) {
          return Optional.empty();
        }
        home = last.get();
      }
    }
    return Optional.of(home);
  }

  /** The run if it is done; else the step waits for it, unless it is its own, and gathers again. */
  private static Optional<Step> done(Step step, Optional<Step> run) {
    run.filter(found -> found.phase != Step.Phase.DONE && found != step).ifPresent(found -> {
      found.wakeLater(step);
      step.gatherAgain = true;
    });
    return run.filter(found -> found.phase == Step.Phase.DONE);
  }

  /**
   * The run of a loop that counts from outside it: the one in this scope, else the one in the last
   * iteration of the loops around. While one of those is under way it is given in its place.
   */
  private static Optional<Step> runOf(Scope scope, PlanNode loop) {
    Scope home = scope.homeOf(loop);
    Optional<Step> run = begun(home, loop);
    for (int i = 0; run.isEmpty() && i < loop.outerLoops().size(); i++) {
      PlanNode outer = home.frame.plan.node(loop.outerLoops().get(i));
      Optional<Step> around = home.within(outer).isPresent() ? Optional.empty()
          : begun(home.homeOf(outer), outer);
      if (around.isPresent() && around.get().phase != Step.Phase.DONE) {
        return around;
      }
      home = around.flatMap(Gathering::lastOf).orElse(home);
      run = begun(home, loop);
    }
    return run;
  }

  private static Optional<Scope> lastOf(Step loop) {
    return loop.loop.flatMap(run -> run.last);
  }
}
