package io.spellmesh.engine.run;

import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.PlanNode;
import io.spellmesh.engine.plan.Target;
import io.spellmesh.engine.plan.TriggerOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pushes: which triggers a step fires, and what happens where they arrive. */
final class Triggers {
  private final Conductor conductor;

  Triggers(Conductor conductor) {
    this.conductor = conductor;
  }

  /** Keys of the triggers that a result fires, in stored order: the chosen ones, or all but {@code error}. */
  static List<String> firing(PlanNode node, Result result) {
    List<TriggerOutput> triggers = node.triggers();
    if (triggers.isEmpty()) {
      return List.of();
    }
    List<String> fired = new ArrayList<>(triggers.size());
    for (TriggerOutput trigger : triggers) {
      if (result.fired().map(chosen -> chosen.contains(trigger.key()))
          .orElse(!trigger.key().equals("error"))) {
        fired.add(trigger.key());
      }
    }
    return fired;
  }

  /** Follows what a step has fired, once. */
  void follow(Step step) {
    if (step.followed) {
      return;
    }
    step.followed = true;
    if (step.node.spec().role() instanceof Role.TriggerExit && !step.node.isBypassed()) {
      step.scope.frame.reachedTriggerExits.add(step.node.index());
    }
    boolean isLoop = step.loop.isPresent();
    for (TriggerOutput trigger : step.node.triggers()) {
      boolean inside = isLoop && step.node.spec().role() instanceof Role.Loop loop
          && trigger.key().equals(loop.each().key());
      if (!inside && step.fired.contains(trigger.key())) {
        fire(step.scope, trigger);
      }
    }
  }

  /** Follows one trigger output in a scope, in stored order. */
  void fire(Scope scope, TriggerOutput trigger) {
    for (Target target : trigger.targets()) {
      reach(scope, scope.frame.plan.node(target.node()), target.socket());
    }
  }

  private void reach(Scope scope, PlanNode node, String socket) {
    Role role = node.spec().role();
    if (role instanceof Role.Loop && scope.within(node).isPresent()) {
      return;
    }
    Step step = scope.findOrMake(node);
    if (role instanceof Role.Join && !step.reach(socket) || step.pushed) {
      return;
    }
    step.pushed = true;
    switch (step.phase) {
      case NEW -> {
        step.reachedBy = Optional.of(socket);
        Conductor.hold(step);
        conductor.ask(step);
      }
      case DONE -> conductor.followLater(step);
      case FAILED -> {
        Conductor.hold(step);
        conductor.ask(step);
      }
      case ASKED, GATHERING, READY, RUNNING, WAITING -> Conductor.hold(step);
    }
  }
}
