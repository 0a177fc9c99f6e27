package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.PlanNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each node runs at most once: a whole spell, or one iteration of a loop within another scope. */
final class Scope {
  /** The loop step an iteration belongs to, and what it is given. */
  record Iteration(Step loop, Scope outer, int index, JsonNode element) {
    private boolean isStopped() {
      return loop.loop.filter(run -> run.stopped).isPresent() || outer.isStopped();
    }
  }

  final Frame frame;
  final String path;
  final Optional<Iteration> iteration;
  private final Map<Integer, Step> few;
  private final Step[] all;
  private int underWay;
  private boolean ended;

  private Scope(Frame frame, String path, Optional<Iteration> iteration, Step[] all) {
    this.frame = frame;
    this.path = path;
    this.iteration = iteration;
    this.all = all;
    few = all.length == 0 ? new HashMap<>() : Map.of();
  }

  static Scope root(Frame frame, String path) {
    return new Scope(frame, path, Optional.empty(), new Step[frame.plan.size()]);
  }

  /** An iteration knows few of the nodes, so it does not keep room for all. */
  static Scope iteration(Step loop, int index, JsonNode element) {
    Scope outer = loop.scope;
    return new Scope(outer.frame, loop.path() + "[" + index + "]/",
        Optional.of(new Iteration(loop, outer, index, element)), new Step[0]);
  }

  Optional<Step> find(PlanNode node) {
    return Optional.ofNullable(all.length == 0 ? few.get(node.index()) : all[node.index()]);
  }

  Step findOrMake(PlanNode node) {
    if (all.length == 0) {
      return few.computeIfAbsent(node.index(), any -> new Step(node, this));
    }
    Step step = all[node.index()];
    if (step == null) {
      step = new Step(node, this);
      all[node.index()] = step;
    }
    return step;
  }

  /** The iteration of a loop that this scope is, or lies in. */
  Optional<Scope> within(PlanNode loop) {
    Scope scope = this;
    while (scope.iteration.isPresent()) {
      if (scope.iteration.get().loop().node == loop) {
        return Optional.of(scope);
      }
      scope = scope.iteration.get().outer();
    }
    return Optional.empty();
  }

  /** Where a node that is pulled from here runs: outside of every loop it does not hang on. */
  Scope homeOf(PlanNode node) {
    Scope scope = this;
    while (scope.iteration.isPresent() && !node.loops().contains(scope.iteration.get().loop().node.index())) {
      scope = scope.iteration.get().outer();
    }
    return scope;
  }

  /** Whether it lies in an earlier iteration of the outermost loop in which it and another differ. */
  boolean isBefore(Scope other) {
    List<Iteration> mine = nesting();
    List<Iteration> theirs = other.nesting();
    for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
      if (mine.get(i).loop() != theirs.get(i).loop()) {
        return false;
      }
      if (mine.get(i).index() != theirs.get(i).index()) {
        return mine.get(i).index() < theirs.get(i).index();
      }
    }
    return false;
  }

  private List<Iteration> nesting() {
    List<Iteration> nesting = new ArrayList<>();
    for (Optional<Iteration> next = iteration; next.isPresent(); next = next.get().outer().iteration) {
      nesting.add(next.get());
    }
    return nesting.reversed();
  }

  /** Whether it, an iteration around it or a spell around that, was given up. */
  boolean isStopped() {
    return iteration.isPresent() ? iteration.get().isStopped() : frame.isStopped();
  }

  /** The innermost iteration around a step whose loop catches what fails in it. */
  Optional<Scope> guarded() {
    Optional<Scope> scope = Optional.of(this);
    while (scope.isPresent() && !scope.get().isGuarded()) {
      scope = scope.get().iteration.map(Iteration::outer);
    }
    return scope;
  }

  private boolean isGuarded() {
    return iteration.filter(own -> own.loop().node.spec().role() instanceof Role.Loop loop
        && loop.caught().isPresent()).isPresent();
  }

  void hold() {
    // What is pulled into an iteration that has ended may fire its error there; the scope around waits.
    if (underWay++ == 0 && ended) {
      iteration.ifPresent(past -> past.outer().hold());
    }
  }

  /** @return whether nothing is under way any more */
  boolean release() {
    return --underWay == 0;
  }

  /** @return whether it has not ended before */
  boolean end() {
    boolean first = !ended;
    ended = true;
    return first;
  }
}
