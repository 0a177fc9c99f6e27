package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import java.util.Map;
import java.util.Optional;

/** Begins a step that has all that it is given: with its body, or with what is known of it already. */
final class Running {
  private final Conductor conductor;

  Running(Conductor conductor) {
    this.conductor = conductor;
  }

  void run(Step step) {
    conductor.usage.step();
    if (conductor.ending().isOver()) {
      return;
    }
    step.phase = Step.Phase.RUNNING;
    step.started = conductor.host.now();
    Optional<Recorded> recorded = conductor.settings.recorded().isEmpty()
        ? Optional.empty() : Optional.ofNullable(conductor.settings.recorded().get(step.path()));
    step.silent = recorded.isPresent();
    if (step.reused.isPresent()) {
      takeOver(step, step.reused.get());
      return;
    }
    switch (step.node.spec().role()) {
      case Role.ValueEntry entry -> entered(step, entry.value().key());
      case Role.PlaytestEntry entry -> entered(step, entry.value().map(value -> value.key()).orElse(""));
      case Role.TriggerEntry entry -> entered(step, "");
      case Role.Source source -> emitted(step, source, recorded);
      case Role.SubSpell spell -> body(step, recorded);
      case Role.Caller caller -> body(step, recorded);
      case Role.Plain plain -> body(step, recorded);
      case Role.Join join -> body(step, recorded);
      case Role.Collector collector -> body(step, recorded);
      // What a loop gave is what its iterations made of it: it goes through them again.
      case Role.Loop loop -> body(step, recorded.filter(gave -> gave.failed().isPresent()));
      case Role.ValueExit exit -> body(step, recorded);
      case Role.TriggerExit exit -> body(step, recorded);
    }
  }

  private void takeOver(Step step, Recorded gave) {
    tellStarted(step);
    if (gave.failed().isPresent()) {
      conductor.failing.failBefore(step, gave.failed().get());
      return;
    }
    step.outputs = conductor.usage.admit(step.node, gave.outputs());
    if (!conductor.ending().isOver()) {
      step.fired = gave.fired();
      conductor.done(step, true);
    }
  }

  private void entered(Step step, String output) {
    tellStarted(step);
    JsonNode value = step.scope.frame.given.get(step.node.index());
    if (value == null) {
      value = step.node.data().path("defaultValue");
    }
    conductor.complete(step, output.isEmpty() || value.isNull() || value.isMissingNode()
        ? Result.nothing() : new Result(Map.of(output, value), Optional.empty(), Optional.empty()));
  }

  /** Without an item the body is run, and says why there is none. */
  private void emitted(Step step, Role.Source source, Optional<Recorded> recorded) {
    JsonNode item = step.scope.frame.given.get(step.node.index());
    if (item == null) {
      body(step, recorded);
    } else {
      tellStarted(step);
      conductor.complete(step, Result.of(source.item(), item));
    }
  }

  private void body(Step step, Optional<Recorded> recorded) {
    Optional<Waited> waited = recorded.isPresent() || conductor.settings.earlier().waited().isEmpty()
        ? Optional.empty() : Optional.ofNullable(conductor.settings.earlier().waited().get(step.path()));
    if (waited.isPresent()) {
      conductor.waits.goOn(step, waited.get());
      return;
    }
    tellStarted(step);
    if (recorded.flatMap(Recorded::failed).isPresent()) {
      conductor.failing.failBefore(step, recorded.get().failed().get());
    } else if (recorded.isPresent()) {
      step.outputs = recorded.get().outputs();
      step.fired = recorded.get().fired();
      conductor.done(step, true);
    } else if (step.node.spec().role() instanceof Role.SubSpell) {
      conductor.subSpells.start(step);
    } else {
      conductor.bodies.begin(step);
    }
  }

  private void tellStarted(Step step) {
    if (!step.silent && !wasTold(step)) {
      conductor.telling.nodeStarted(step);
    }
  }

  /** A loop, a sub-spell or a call of one goes on where the run goes on; only bodies begin again. */
  private boolean wasTold(Step step) {
    Role role = step.node.spec().role();
    return (role instanceof Role.Loop || role instanceof Role.SubSpell || role instanceof Role.Caller)
        && conductor.settings.earlier().begun().contains(step.path());
  }
}
