package io.spellmesh.runner.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.run.RunParts;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.engine.run.Emitted;
import io.spellmesh.engine.run.Reuse;
import io.spellmesh.runner.plan.ProgramLoader;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs one spell's runs on virtual threads of its own. Deployed for as long as it has work. */
public final class SpellRunnerVerticle extends VerticleBase {
  private final Surroundings surroundings;
  /** A run leaves from where its end is durable. */
  private final Map<UUID, LiveRun> runs = new ConcurrentHashMap<>();
  /** Which version is run; the newest of each moment if absent. */
  private Optional<Integer> version = Optional.empty();
  private Optional<ProgramLoader.Root> loaded = Optional.empty();
  private Optional<PlayedSources> played = Optional.empty();

  public SpellRunnerVerticle(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** A run that has begun. @param isNew false if its id or key was taken; then nothing new runs */
  public record Begun(boolean isNew, Future<RunStatus> ended) {}

  /** Loads what is the newest version for the runs to come; those under way go on as they began. */
  public Future<Spells.Spell> load(Spells.Spell newest) {
    return onContext(() -> {
      // The answers of two loads may overtake each other.
      if (version.filter(known -> known > newest.version()).isEmpty()) {
        version = Optional.of(newest.version());
        loaded = Optional.of(surroundings.programs().root(newest));
      }
      return newest;
    });
  }

  /** The runs to come run this version, which is loaded with the first of them. */
  public void turnTo(int newer) {
    context.runOnContext(_ -> version = Optional.of(Math.max(newer, version.orElse(newer))));
  }

  /**
   * Starts a run; complete once its first events are durable. Fails with what the person who asked should
   * read.
   */
  public Future<Begun> run(RunOrder order) {
    return onContext(() -> {
      ProgramLoader.Root root = root(order.caller(), order.start().spell());
      played.ifPresent(sources -> sources.turnTo(root));
      ProgramLoader.Loaded program = surroundings.programs().link(order.caller(), root);
      TakenOver.Known known = new TakenOver(surroundings).of(order, program.program());
      // Looked up after the wait for the program: nothing comes between this and the entry of the run.
      Optional<LiveRun> twin = Optional.ofNullable(runs.get(order.run()));
      return twin.map(first -> first.begun().map(_ -> new Begun(false, first.ended())))
          .orElseGet(() -> begin(known.order(), program, known.reuse()));
    }).compose(begun -> begun);
  }

  /**
   * Plays the spell's sources, always those of the version that its runs run.
   *
   * @param items told of each item, on this runner's context
   */
  public Future<Nothing> play(Caller caller, UUID spell, Consumer<Emitted> items) {
    return onContext(() -> {
      PlayedSources sources = played.orElseGet(() -> new PlayedSources(vertx, context, surroundings, caller.user(), items));
      sources.turnTo(root(caller, spell));
      played = Optional.of(sources);
      return Nothing.NOTHING;
    });
  }

  /** Gives a value to the sources that hear what is posted. @return whether there is any */
  public Future<Boolean> post(JsonNode value) {
    return onContext(() -> played.filter(sources -> sources.post(value)).isPresent());
  }

  /** The sources emit nothing more. */
  public void pause() {
    context.runOnContext(_ -> {
      played.ifPresent(PlayedSources::stop);
      played = Optional.empty();
    });
  }

  private ProgramLoader.Root root(Caller caller, UUID spell) {
    Optional<Integer> wanted = version;
    ProgramLoader programs = surroundings.programs();
    Optional<ProgramLoader.Root> known = loaded
        .filter(root -> wanted.equals(Optional.of(root.version())) && programs.isOfNow(root));
    if (known.isPresent()) {
      return known.get();
    }
    ProgramLoader.Root root = programs.root(programs.get(caller, spell, wanted));
    if (wanted.isPresent() && wanted.equals(version)) {
      loaded = Optional.of(root);
    }
    return root;
  }

  private Future<Begun> begin(RunOrder order, ProgramLoader.Loaded program, Reuse reuse) {
    return start(order.run(), new LiveRun(vertx, context, surroundings, order, program, reuse));
  }

  private Future<Begun> start(UUID id, LiveRun run) {
    runs.put(id, run);
    run.ended().onComplete(_ -> runs.remove(id));
    run.start();
    return run.begun().map(isNew -> new Begun(isNew, run.ended()));
  }

  /**
   * Goes on with a run that is parked or was interrupted, in the version in which it began; complete once what it
   * goes on with is durable. Fails with what the person who asked should read.
   */
  public Future<Begun> resume(Resumption resumption) {
    return onContext(() -> {
      LiveRun run = new Resuming(vertx, context, surroundings).run(resumption);
      // Last of all that may wait or fail: nobody else can go on with a run that was taken.
      if (!Future.await(surroundings.standing().take(resumption.from(), surroundings.owner()))) {
        return Future.succeededFuture(new Begun(false, run.ended()));
      }
      return start(resumption.from().run().run(), run);
    }).compose(begun -> begun);
  }

  /** What a person answers to a step of a run here; false if it comes too late here. */
  public Future<Boolean> answer(UUID run, String step, JsonNode value) {
    return onContext(() -> Optional.ofNullable(runs.get(run)).map(live -> live.answer(step, value))
        .orElse(Future.succeededFuture(false))).compose(answered -> answered);
  }

  /** Ends a run, if it has begun and has not ended. */
  public void cancel(UUID run, String reason) {
    toRun(run, live -> live.cancel(reason));
  }

  /** Ends a run that can no longer be proved to be this process's, and writes nothing more of it. */
  public void abandon(UUID run) {
    toRun(run, LiveRun::abandon);
  }

  private void toRun(UUID run, Consumer<LiveRun> task) {
    context.runOnContext(_ -> Optional.ofNullable(runs.get(run)).ifPresent(task));
  }

  /** What the steps under way in a run have streamed so far. */
  public Future<List<RunParts.Snapshot>> texts(UUID run) {
    return onContext(() -> Optional.ofNullable(runs.get(run)).map(LiveRun::texts).orElse(List.of()));
  }

  private <T> Future<T> onContext(Supplier<T> task) {
    Promise<T> promise = Promise.promise();
    context.runOnContext(_ -> {
      try {
        promise.complete(task.get());
      } catch (RuntimeException | Error refused) {
        promise.fail(refused);
      }
    });
    return promise.future();
  }
}
