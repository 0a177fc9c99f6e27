package io.spellmesh.runner.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Operation;
import io.spellmesh.engine.run.Emitted;
import io.spellmesh.engine.run.Sources;
import io.spellmesh.runner.plan.ProgramLoader;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The sources of a spell that is played, on the context of its runner. */
final class PlayedSources implements Sources.Clockwork {
  private record Playing(ProgramLoader.Root root, Sources sources) {}

  private final Vertx vertx;
  private final Context context;
  private final Surroundings surroundings;
  private final UUID user;
  private final Consumer<Emitted> items;
  private Optional<Playing> playing = Optional.empty();

  /** @param user with whose rights they ask */
  PlayedSources(Vertx vertx, Context context, Surroundings surroundings, UUID user, Consumer<Emitted> items) {
    this.vertx = vertx;
    this.context = context;
    this.surroundings = surroundings;
    this.user = user;
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

  /** @return whether any of them hears what is posted */
  boolean post(JsonNode value) {
    return playing.filter(now -> now.sources.post(value)).isPresent();
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

  /** As no run of theirs in particular: whoever asked to play is perhaps long gone. */
  @Override
  public <Q, A> CompletionStage<A> ask(Operation<Q, A> operation, Q question) {
    CompletableFuture<A> answer = new CompletableFuture<>();
    surroundings.mesh().ask(operation, question, surroundings.issuer().issueForRun(user, UUID.randomUUID()))
        .onComplete(asked -> context.runOnContext(_ -> {
          if (asked.succeeded()) {
            answer.complete(asked.result());
          } else {
            answer.completeExceptionally(asked.cause());
          }
        }));
    return answer;
  }
}
