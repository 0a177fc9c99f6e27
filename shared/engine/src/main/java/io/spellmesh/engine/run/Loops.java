package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens a scope for each element of a loop, and closes the loop when all have fallen quiet. */
final class Loops {
  private final Conductor conductor;
  private final Set<Step> underWay = new LinkedHashSet<>();

  Loops(Conductor conductor) {
    this.conductor = conductor;
  }

  void start(Step step, Result.Iterations iterations) {
    step.loop = Optional.of(new LoopRun(iterations));
    // A loop that is pulled runs nothing: there is no trigger to hand on.
    if (step.pushed) {
      underWay.add(step);
      conductor.deadlines.begin(step, why -> timeUp(step, why));
      advance(step);
    } else {
      close(step);
    }
  }

  void iterationEnded(Scope scope) {
    Step step = scope.iteration.orElseThrow().loop();
    step.loop.orElseThrow().underWay--;
    advance(step);
  }

  /** Something in an iteration has failed that the loop catches: it gives that up, and what it gave. */
  void caught(Scope iteration, String message) {
    Step step = iteration.iteration.orElseThrow().loop();
    giveUp(step, new Stopped(FailureCode.CANCELLED,
        "another node of what " + step.node.described() + " tries has failed"));
    fireCaught(step, message);
  }

  private void timeUp(Step step, Stopped why) {
    giveUp(step, why);
    if (role(step).caught().isPresent()) {
      fireCaught(step, step.node.described() + ": " + why.getMessage());
    } else {
      conductor.failing.timeUp(step, why);
    }
  }

  private void giveUp(Step step, Stopped why) {
    LoopRun run = step.loop.orElseThrow();
    run.stopped = true;
    conductor.waits.stop(Scope::isStopped);
    conductor.bodies.stop(Scope::isStopped, why);
    underWay.remove(step);
    run.last = Optional.empty();
    run.collected.clear();
  }

  private void fireCaught(Step step, String message) {
    step.outputs = Map.of(Role.MESSAGE, TextNode.valueOf(message));
    step.fired = role(step).caught().stream().map(Output::key).toList();
    conductor.done(step, true);
  }

  /** Begins as many iterations as may be under way at once. One that ends at once comes back here. */
  private void advance(Step step) {
    LoopRun run = step.loop.orElseThrow();
    if (run.advancing) {
      return;
    }
    run.advancing = true;
    List<JsonNode> elements = run.iterations.elements();
    while (run.next < elements.size() && run.underWay < run.iterations.concurrency()
        && !conductor.ending().isOver()) {
      conductor.usage.step();
      int index = run.next++;
      Scope scope = Scope.iteration(step, index, elements.get(index));
      if (index == elements.size() - 1) {
        run.last = Optional.of(scope);
      }
      if (step.scope.frame.plan.collects()) {
        run.collected.add(scope);
      }
      run.underWay++;
      scope.hold();
      step.node.triggers().stream().filter(trigger -> trigger.key().equals(role(step).each().key()))
          .forEach(trigger -> conductor.triggers.fire(scope, trigger));
      conductor.release(scope);
    }
    run.advancing = false;
    if (run.isOver() && !conductor.ending().isOver()) {
      close(step);
    }
  }

  /** The loops whose iterations have not all ended, as people know them. */
  String underWay() {
    return underWay.stream().map(step -> step.node.described()).distinct().collect(Collectors.joining(", "));
  }

  private void close(Step step) {
    underWay.remove(step);
    Role.Loop role = role(step);
    List<String> fired = new ArrayList<>();
    Map<String, JsonNode> outputs = new LinkedHashMap<>();
    step.loop.flatMap(run -> run.last).flatMap(scope -> scope.iteration).ifPresent(last -> {
      outputs.put(role.element().key(), last.element());
      outputs.put(role.index().key(), IntNode.valueOf(last.index()));
      fired.add(role.each().key());
    });
    fired.add(role.done().key());
    step.outputs = outputs;
    step.fired = fired;
    conductor.done(step, true);
  }

  private static Role.Loop role(Step step) {
    return (Role.Loop) step.node.spec().role();
  }
}
