package io.spellmesh.runner;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Operation;
import io.spellmesh.kit.operation.Serving;
import io.spellmesh.kit.operation.SocketHandler;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves what tabs ask, so many questions of one person at a time: nobody's tabs can take up the database,
 * or fill the memory with answers that nobody reads.
 */
final class FairShare {
  /** More than a person with many tabs asks when they all come back at once; each waits for the last. */
  static final int AT_ONCE = 32;

  private static final Duration SOON = Duration.ofSeconds(1);

  private final Serving serving;
  private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();

  FairShare(Serving serving) {
    this.serving = serving;
  }

  <Q, A> Future<Void> serveLocally(Operation<Q, A> operation, SocketHandler<Q, A> handler) {
    return serving.serveLocally(operation, (caller, socket, question) -> {
      UUID user = caller.user();
      if (underWay.getOrDefault(user, 0) >= AT_ONCE) {
        throw Failure.tooMany("you have asked " + AT_ONCE + " questions that are not answered yet", SOON);
      }
      underWay.merge(user, 1, Integer::sum);
      try {
        return handler.answer(caller, socket, question).onComplete(_ -> done(user));
      } catch (RuntimeException | Error refused) {
        done(user);
        throw refused;
      }
    });
  }

  private void done(UUID user) {
    underWay.computeIfPresent(user, (_, count) -> count == 1 ? null : count - 1);
  }
}
