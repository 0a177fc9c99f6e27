package io.spellmesh.runner.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.engine.plan.PlanNode;
import io.spellmesh.engine.run.History;
import io.spellmesh.engine.run.Program;
import io.spellmesh.engine.run.Reuse;
import io.spellmesh.runner.journal.RunKey;
import io.spellmesh.runner.journal.Standing;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a run takes over: what is pinned, and an earlier run's results. Waits, so it belongs on a virtual thread. */
final class TakenOver {
  private final Surroundings surroundings;

  TakenOver(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** @param order with what the earlier run was given and this one was not */
  record Known(RunOrder order, Reuse reuse) {}

  /** Of a run that is to begin. @throws Failure UNPROCESSABLE if the caller has no such run of this spell */
  Known of(RunOrder order, Program program) {
    Runner.Start start = order.start();
    Map<String, ObjectNode> pinned = start.pinned().orElse(Map.of());
    if (start.from().isEmpty()) {
      return new Known(order, new Reuse(pinned, Optional.empty(), Map.of()));
    }
    History earlier = earlier(order.caller().user(), start.spell(), start.from().get())
        .orElseThrow(() -> unknown(start.from().get()));
    Runner.Start whole = new Runner.Start(start.run(), start.spell(), inputs(program, earlier, start.inputs()),
        start.idempotencyKey(), start.tab(), start.pinned(), start.from(), start.to());
    return new Known(new RunOrder(order.run(), order.caller(), whole, order.requestHash(),
        order.emitted().or(() -> earlier.emitted(program.root()))),
        new Reuse(pinned, start.from(), earlier.recorded()));
  }

  /** Of a run that goes on. @throws Failure CONFLICT if the run that it went from is no longer kept */
  Reuse again(Standing run, History history) {
    Map<String, ObjectNode> pinned = history.pinned();
    if (history.from().isEmpty()) {
      return new Reuse(pinned, Optional.empty(), Map.of());
    }
    return earlier(run.run().user(), run.spell(), history.from().get())
        .map(earlier -> new Reuse(pinned, history.from(), earlier.recorded()))
        .orElseThrow(() -> Failure.conflict("the run cannot go on, the run " + history.from().get().run()
            + " whose results it takes over is no longer kept"));
  }

  /** A run of another spell or person is none; so is one of which nothing is kept any more. */
  private Optional<History> earlier(UUID user, UUID spell, Runner.From from) {
    try {
      Standing run = Future.await(surroundings.standing().find(new RunKey(user, from.run())));
      return Optional.of(run).filter(found -> found.spell().equals(spell))
          .map(found -> Unabridged.history(surroundings, found)).filter(history -> history.last() > 0);
    } catch (Failure failure) {
      if (failure.code() == FailureCode.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private static Failure unknown(Runner.From from) {
    String message = "from names the run '" + from.run() + "', which is no run of this spell";
    return Failure.unprocessable(message, List.of(Mistake.of(message)));
  }

  /** The earlier run's, as far as the spell still has such inputs, and in their place those that are given now. */
  private static ObjectNode inputs(Program program, History earlier, ObjectNode given) {
    Set<String> names = program.root().entries().stream().map(PlanNode::publicName).collect(Collectors.toSet());
    ObjectNode inputs = given.objectNode();
    earlier.inputs().properties().stream().filter(input -> names.contains(input.getKey()))
        .forEach(input -> inputs.set(input.getKey(), input.getValue()));
    return inputs.setAll(given);
  }
}
