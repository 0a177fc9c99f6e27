package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.run.RunError;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.Patience;
import io.spellmesh.engine.plan.PlanNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What follows when a node throws: another attempt, its wired error output, or the end of the run. */
final class Failing {
  private static final String IN_SPELL = "in the spell ";

  private final Conductor conductor;

  Failing(Conductor conductor) {
    this.conductor = conductor;
  }

  void fail(Step step, Throwable thrown) {
    RunError error = describe(step, thrown);
    if (step.kept.isPresent() && !conductor.isGivenUp(step)) {
      // Its body is not under way: it waits for a spell that cannot begin.
      conductor.subSpells.failed(step, error);
      return;
    }
    Optional<Duration> retry = retry(step);
    conductor.telling.nodeFailed(step, error, retry);
    if (conductor.isGivenUp(step)) {
      return;
    }
    if (retry.isPresent()) {
      conductor.bodies.retry(step, retry.get());
    } else {
      handle(step, error);
    }
  }

  /** What it runs took too long. It may have changed the world, so it is not tried again. */
  void timeUp(Step step, Stopped why) {
    RunError error = describe(step, why);
    if (step.kept.isPresent()) {
      conductor.subSpells.failed(step, error);
      return;
    }
    conductor.telling.nodeFailed(step, error, Optional.empty());
    handle(step, error);
  }

  /** It has failed for good in an earlier run, with this. */
  void failBefore(Step step, RunError error) {
    if (!step.silent) {
      conductor.telling.nodeFailed(step, error, Optional.empty());
    }
    handle(step, error);
  }

  private void handle(Step step, RunError error) {
    conductor.deadlines.end(step);
    if (step.node.wiredError().isPresent()) {
      // A pulled node fires it too: nobody else would hear of the error.
      step.outputs = Map.of(Role.MESSAGE, TextNode.valueOf(error.message()));
      step.fired = List.of(step.node.wiredError().get().key());
      step.pushed = true;
      conductor.done(step, false);
    } else if (step.scope.guarded().isPresent()) {
      conductor.loops.caught(step.scope.guarded().get(), error.message());
    } else if (isWantedByGuardedOnly(step)) {
      failForWaiters(step, error);
    } else if (step.scope.frame.parent.isPresent()) {
      Frame frame = step.scope.frame;
      conductor.subSpells.stop(frame, new Stopped(FailureCode.CANCELLED, "another node of its spell failed"));
      Step spell = frame.parent.get();
      if (spell.kept.isPresent()) {
        conductor.subSpells.failed(spell, error);
        return;
      }
      RunError below = new RunError(error.node(), error.step(), error.code(),
          within(frame, error.message()), error.input());
      conductor.telling.nodeFailed(spell, new RunError(Optional.of(spell.node.id()), Optional.of(spell.path()),
          error.code(), spell.node.described() + ": " + below.message()), Optional.empty());
      handle(spell, below);
    } else {
      conductor.ending().fail(error);
    }
  }

  /** The way to where it failed stands before what failed there. */
  private static String within(Frame frame, String message) {
    String spell = frame.program.spell(frame.plan).map(named -> "'" + named.name() + "'").orElse("of it");
    return message.startsWith(IN_SPELL) ? IN_SPELL + spell + " → " + message.substring(IN_SPELL.length())
        : IN_SPELL + spell + ": " + message;
  }

  /** What is pulled out of something that is tried fails there, and not where it runs. */
  private static boolean isWantedByGuardedOnly(Step step) {
    return !step.pushed && !step.waiters.isEmpty() && step.waiters.stream()
        .allMatch(waiter -> waiter.scope.guarded().isPresent() || isWantedByGuardedOnly(waiter));
  }

  private void failForWaiters(Step step, RunError error) {
    step.phase = Step.Phase.FAILED;
    step.failure = Optional.of(error);
    List<Step> waiters = step.waiters;
    step.waiters = List.of();
    for (Step waiter : waiters) {
      if (!conductor.isGivenUp(waiter)) {
        waiter.scope.guarded().ifPresentOrElse(guarded -> conductor.loops.caught(guarded, error.message()),
            () -> failForWaiters(waiter, error));
      }
    }
  }

  /** A step that failed where it was only tried is wanted elsewhere, or again. */
  void failAgain(Step step) {
    handle(step, step.failure.orElseThrow());
  }

  /** Only a body is tried again, and never one that may do harm when it is repeated. */
  private static Optional<Duration> retry(Step step) {
    Patience patience = patience(step);
    if (!hasBody(step.node.spec().role()) || step.loop.isPresent() || step.phase != Step.Phase.RUNNING
        || step.attempt > patience.retries()
        || step.node.spec().effect() == Effect.UNSAFE) {
      return Optional.empty();
    }
    Duration doubled = patience.backoff().multipliedBy(1L << (step.attempt - 1));
    return Optional.of(doubled.compareTo(Patience.LONGEST) > 0 ? Patience.LONGEST : doubled);
  }

  /** A spell or a loop is not run anew: what it says of trying again holds for all in it that says nothing itself. */
  private static Patience patience(Step step) {
    return step.node.patience().retries() > 0 ? step.node.patience()
        : step.scope.iteration.map(Scope.Iteration::loop).or(() -> step.scope.frame.parent)
            .map(Failing::patience).orElse(step.node.patience());
  }

  private static boolean hasBody(Role role) {
    return switch (role) {
      case Role.ValueEntry entry -> false;
      case Role.TriggerEntry entry -> false;
      case Role.PlaytestEntry entry -> false;
      case Role.Source source -> false;
      case Role.SubSpell spell -> false;
      case Role.Plain plain -> true;
      case Role.Caller caller -> true;
      case Role.Join join -> true;
      case Role.Collector collector -> true;
      case Role.Loop loop -> true;
      case Role.ValueExit exit -> true;
      case Role.TriggerExit exit -> true;
    };
  }

  private RunError describe(Step step, Throwable thrown) {
    return switch (thrown) {
      case NodeFailure failure -> failure.input()
          .map(input -> refused(step, step.node.inputFor(input), failure))
          .orElseGet(() -> error(step, failure.code(), failure.getMessage()));
      case Failure failure -> error(step, failure.code(), failure.getMessage());
      case Stopped stopped -> error(step, stopped.code(), stopped.getMessage());
      default -> error(step, FailureCode.INTERNAL, "internal error " + conductor.host.report(thrown));
    };
  }

  private static RunError error(Step step, FailureCode code, String message) {
    return new RunError(Optional.of(step.node.id()), Optional.of(step.path()), code,
        step.node.described() + ": " + message);
  }

  private static RunError refused(Step step, PlanNode.InputName input, NodeFailure failure) {
    return new RunError(Optional.of(step.node.id()), Optional.of(step.path()), failure.code(),
        step.node.described() + ": input '" + input.name() + "': " + failure.getMessage(), Optional.of(input.key()));
  }
}
