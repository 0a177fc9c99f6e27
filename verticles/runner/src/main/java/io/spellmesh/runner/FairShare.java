package io.spellmesh.runner;

import io.spellmesh.contract.Failure;
import io.spellmesh.kit.operation.SocketHandler;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * So many questions of one person at a time, from tabs and starts over REST together: nobody can take up the
 * database, or fill the memory with answers that nobody reads.
 */
final class FairShare {
  /** More than a person with many tabs asks when they all come back at once; each waits for the last. */
  static final int AT_ONCE = 32;

  private static final Duration SOON = Duration.ofSeconds(1);

  private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();

  /** Has it answered. @throws Failure TOO_MANY */
  <A> Future<A> of(UUID user, Supplier<Future<A>> answer) {
    if (underWay.getOrDefault(user, 0) >= AT_ONCE) {
      throw Failure.tooMany("you have asked " + AT_ONCE + " questions that are not answered yet", SOON);
    }
    underWay.merge(user, 1, Integer::sum);
    try {
      return answer.get().onComplete(_ -> done(user));
    } catch (RuntimeException | Error refused) {
      done(user);
      throw refused;
    }
  }

  /** What a person's tabs ask counts. */
  <Q, A> SocketHandler<Q, A> counted(SocketHandler<Q, A> handler) {
    return (caller, socket, question) -> of(caller.user(), () -> handler.answer(caller, socket, question));
  }

  private void done(UUID user) {
    underWay.computeIfPresent(user, (_, count) -> count == 1 ? null : count - 1);
  }
}
