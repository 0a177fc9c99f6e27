package io.spellmesh.runner.live;

import io.spellmesh.contract.run.RunStatus;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.util.Optional;

/** Runs one spell's runs on virtual threads of its own. Deployed for as long as it has work. */
public final class SpellRunnerVerticle extends VerticleBase {
  private final Surroundings surroundings;
  private Optional<LiveRun> live = Optional.empty();

  public SpellRunnerVerticle(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** A run that has begun. @param isNew false if its id or key was taken; then nothing runs */
  public record Begun(boolean isNew, Future<RunStatus> ended) {}

  /**
   * Loads and starts a run; complete once its first events are durable. Fails with what the person who
   * asked should read.
   */
  public Future<Begun> run(RunOrder order) {
    Promise<Begun> begun = Promise.promise();
    context.runOnContext(_ -> {
      try {
        LiveRun run = new LiveRun(vertx, context, surroundings, order,
            surroundings.programs().load(order.caller(), order.start().spell()));
        live = Optional.of(run);
        run.start();
        run.begun().map(isNew -> new Begun(isNew, run.ended())).onComplete(begun);
      } catch (RuntimeException | Error refused) {
        begun.fail(refused);
      }
    });
    return begun.future();
  }

  /** Ends the run, if it has begun and has not ended. */
  public void cancel(String reason) {
    context.runOnContext(_ -> live.ifPresent(run -> run.cancel(reason)));
  }
}
