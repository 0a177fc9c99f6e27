package io.spellmesh.runner.live;

import io.spellmesh.engine.run.Emitted;
import io.spellmesh.engine.run.Sources;
import io.spellmesh.runner.plan.ProgramLoader;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The sources of a spell that is played, on the context of its runner. */
final class PlayedSources implements Sources.Clockwork {
  private record Playing(ProgramLoader.Root root, Sources sources) {}

  private final Vertx vertx;
  private final Consumer<Emitted> items;
  private Optional<Playing> playing = Optional.empty();

  PlayedSources(Vertx vertx, Consumer<Emitted> items) {
    this.vertx = vertx;
    this.items = items;
  }

  /**
   * Plays the sources of this version in place of those of another.
   *
   * @throws io.spellmesh.contract.Failure UNPROCESSABLE if they cannot be played; then none is
   */
  void turnTo(ProgramLoader.Root root) {
    if (playing.filter(now -> now.root.version() == root.version() && now.root.palette() == root.palette())
        .isPresent()) {
      return;
    }
    stop();
    playing = Optional.of(new Playing(root, Sources.play(root.compiled().orRefuse(), this, items)));
  }

  void stop() {
    playing.ifPresent(now -> now.sources.stop());
    playing = Optional.empty();
  }

  @Override
  public Instant now() {
    return Instant.ofEpochMilli(System.currentTimeMillis());
  }

  @Override
  public Runnable every(Duration period, Runnable task) {
    long timer = vertx.setPeriodic(period.toMillis(), _ -> task.run());
    return () -> vertx.cancelTimer(timer);
  }
}
