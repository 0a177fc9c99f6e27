package io.spellmesh.gateway.bridge;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.kit.identity.Callers;
import io.spellmesh.kit.operation.Serving;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Answers what a client asks about its socket. */
final class SocketAnswers {
  private final Sockets sockets;
  private final Callers callers;
  private final Clock clock;

  SocketAnswers(Sockets sockets, Callers callers, Clock clock) {
    this.sockets = sockets;
    this.callers = callers;
    this.clock = clock;
  }

  Future<?> serve(Serving serving) {
    return Future.all(
        serving.serveLocally(Tabs.PING, (_, socket, ask) -> of(socket, open -> ping(open, ask))),
        serving.serveLocally(Tabs.RENEW, (_, socket, ask) -> of(socket, open -> renew(open, ask))));
  }

  private <A> Future<A> of(String id, Function<Socket, A> answer) {
    return sockets.of(id).map(open -> Future.succeededFuture(answer.apply(open)))
        .orElseGet(() -> Future.failedFuture(new Failure(FailureCode.FORBIDDEN, "this is for open sockets")));
  }

  private Tabs.Pong ping(Socket socket, Tabs.Ping ask) {
    ask.beat().ifPresent(socket::returned);
    return new Tabs.Pong(clock.instant(), socket.reading().nextBeat());
  }

  private Tabs.Renewed renew(Socket socket, Tabs.Renew ask) {
    Caller fresh = verified(socket, ask.token());
    if (!socket.isOfSame(fresh)) {
      String why = "the token is of another user or session";
      sockets.close(socket, Sockets.FORBIDDEN, why);
      throw new Failure(FailureCode.FORBIDDEN, why);
    }
    socket.renew(fresh);
    return new Tabs.Renewed(Duration.between(clock.instant(), callers.endOf(fresh)).toSeconds());
  }

  private Caller verified(Socket socket, String token) {
    try {
      return callers.verify(Optional.of("Bearer " + token));
    } catch (Failure refused) {
      sockets.close(socket, Sockets.UNAUTHENTICATED, refused.getMessage());
      throw refused;
    }
  }
}
