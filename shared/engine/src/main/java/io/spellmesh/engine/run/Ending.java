package io.spellmesh.engine.run;

import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.run.RunError;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.plan.PlanNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Ends a run, once. */
final class Ending {
  private final Telling telling;
  private final Set<Step> waiting = new LinkedHashSet<>();
  private boolean over;
  private boolean parked;
  private Consumer<Stopped> stop = why -> {};
  private BooleanSupplier isAnythingOutside = () -> true;

  Ending(Telling telling) {
    this.telling = telling;
  }

  /**
   * @param stopBodies      stops every body under way
   * @param anythingOutside whether something will come back to the strand by itself
   */
  void arm(Consumer<Stopped> stopBodies, BooleanSupplier anythingOutside) {
    stop = stopBodies;
    isAnythingOutside = anythingOutside;
  }

  /** Whether nothing happens here any more: it has ended, or stopped until it is resumed. */
  boolean isOver() {
    return over;
  }

  boolean isParked() {
    return parked;
  }

  /** Remembers which nodes of a quiet scope still waited for a trigger. */
  void noteWaiting(Scope scope) {
    for (PlanNode join : scope.frame.plan.joins()) {
      scope.find(join).filter(Step::isWaiting).ifPresent(waiting::add);
    }
  }

  void complete(Frame frame) {
    if (!over) {
      end("the run has completed");
      telling.completed(frame.outputs(), waiting.stream().filter(Step::isWaiting)
          .map(step -> new RunEvent.WaitingFor(step.node.id(), step.path(), step.unreached())).toList());
    }
  }

  void fail(FailureCode code, String message) {
    fail(new RunError(Optional.empty(), Optional.empty(), code, message));
  }

  void fail(RunError error) {
    if (!over) {
      end("another node failed");
      telling.failed(error);
    }
  }

  void cancel(String reason) {
    if (!over) {
      end("the run was cancelled");
      telling.cancelled(reason);
    }
  }

  /**
   * A run that is not over, has nothing queued and waits for nothing outside would hang for ever. Only loops can
   * come to that, each of which needs the last element of the other.
   */
  void refuseStandstill(Supplier<String> loops) {
    if (!over && !isAnythingOutside.getAsBoolean()) {
      fail(FailureCode.UNPROCESSABLE, "the run stands still: these loops wait for one another: " + loops.get());
    }
  }

  /** Stops a run that is not over, has nothing queued, and waits for people and times alone. */
  void park(Optional<Instant> until) {
    if (!over && !isAnythingOutside.getAsBoolean()) {
      parked = true;
      end("the run is parked");
      telling.parked(until);
    }
  }

  private void end(String why) {
    over = true;
    stop.accept(new Stopped(FailureCode.CANCELLED, why));
  }
}
