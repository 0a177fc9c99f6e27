package io.spellmesh.runner.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.node.NodeTypeInfo;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.run.History;
import io.spellmesh.engine.run.RunSettings;
import io.spellmesh.runner.journal.Standing;
import io.spellmesh.runner.plan.ProgramLoader;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a run of what is kept of one. Waits, so it belongs on a runner's own virtual thread. */
final class Resuming {
  private final Vertx vertx;
  private final Context context;
  private final Surroundings surroundings;

  Resuming(Vertx vertx, Context context, Surroundings surroundings) {
    this.vertx = vertx;
    this.context = context;
    this.surroundings = surroundings;
  }

  /**
   * The run, ready to start with the fence that is one more.
   *
   * @throws Failure CONFLICT if it cannot go on, or NOT_FOUND or CONFLICT if its step does not wait for the answer
   */
  LiveRun run(Resumption resumption) {
    Standing from = resumption.from();
    History history = Unabridged.history(surroundings, from);
    if (resumption.cause() instanceof Resumption.Answered answered) {
      history.requireWaiting(answered.step());
    }
    ProgramLoader.Root root = root(resumption);
    Map<String, JsonNode> answers = switch (resumption.cause()) {
      case Resumption.Answered answered -> Map.of(answered.step(), answered.value());
      case Resumption.TimeHasCome _ -> Map.of();
      case Resumption.Crashed _ -> {
        refuseHarm(history, root, Set.of());
        yield Map.of();
      }
      case Resumption.Wanted wanted -> {
        refuseHarm(history, root, wanted.again());
        yield Map.of();
      }
    };
    ProgramLoader.Loaded loaded = surroundings.programs().link(resumption.caller(), root);
    Runner.Start start = new Runner.Start(Optional.of(from.run().run()), from.spell(), history.inputs(),
        Optional.empty(), from.tab());
    // Its row is there: what was asked for it is not looked at again.
    RunOrder order = new RunOrder(from.run().run(), resumption.caller(), start, new byte[0],
        history.emitted(loaded.program().root()));
    RunSettings settings = RunSettings.USUAL.with(surroundings.limits()).with(order.emitted())
        .with(new TakenOver(surroundings).again(from, history)).after(history, answers);
    return new LiveRun(vertx, context, surroundings, loaded.program(), settings, new RunRows(order, from.version(),
        surroundings.owner(), from.fence() + 1, from.started(), loaded.program().root().resumes()));
  }

  private ProgramLoader.Root root(Resumption resumption) {
    ProgramLoader programs = surroundings.programs();
    Standing from = resumption.from();
    try {
      return programs.root(programs.get(resumption.caller(), from.spell(), Optional.of(from.version())));
    } catch (Failure failure) {
      if (failure.code() == FailureCode.NOT_FOUND) {
        throw Failure.conflict("the run cannot go on, its spell is gone");
      }
      throw failure;
    }
  }

  /** A body that may do harm when it is repeated is repeated only if somebody says so. */
  private static void refuseHarm(History history, ProgramLoader.Root root, Set<String> again) {
    Set<String> unknown = new HashSet<>(again);
    List<Mistake> harmful = new ArrayList<>();
    for (RunEvent.NodeStarted step : history.underWay()) {
      if (!unknown.remove(step.step()) && isHarmful(root, step.type())) {
        harmful.add(Mistake.at(step.step(), "'" + step.step() + "' (" + step.type() + ")"));
      }
    }
    if (!unknown.isEmpty()) {
      throw Failure.badRequest("again names '" + unknown.iterator().next() + "', which was not under way");
    }
    if (!harmful.isEmpty()) {
      throw new Failure(FailureCode.CONFLICT, "these steps were under way and may do harm when they run again: "
          + harmful.stream().map(Mistake::message).collect(Collectors.joining(", "))
          + "; name those in 'again' that are to", Optional.empty(), harmful);
    }
  }

  /** A type that is not known here may be anything. */
  private static boolean isHarmful(ProgramLoader.Root root, String type) {
    return root.palette().infos().stream().filter(info -> info.type().equals(type)).map(NodeTypeInfo::effect)
        .findFirst().map(effect -> effect.equalsIgnoreCase(Effect.UNSAFE.name())).orElse(true);
  }
}
