package io.spellmesh.gateway.bridge;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.kit.identity.Callers;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

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

  /** In this process only: the sockets of another are known there. */
  void serve(EventBus bus) {
    bus.localConsumer(Tabs.PING.address(), message -> answer(message, Tabs.PING, this::ping));
    bus.localConsumer(Tabs.RENEW.address(), message -> answer(message, Tabs.RENEW, this::renew));
  }

  private <Q, A> void answer(
      Message<Object> message, Operation<Q, A> operation, BiFunction<Socket, Q, A> answer) {
    try {
      Socket socket = Optional.ofNullable(message.headers().get(Socket.HEADER)).flatMap(sockets::of)
          .orElseThrow(() -> new Failure(FailureCode.FORBIDDEN, "this is for sockets"));
      if (!(message.body() instanceof JsonObject body)) {
        throw Failure.badRequest("the body must be a JSON object");
      }
      message.reply(Wire.body(answer.apply(socket, Wire.read(body, operation.question()))));
    } catch (Failure failure) {
      message.reply(failure);
    }
  }

  private Tabs.Pong ping(Socket socket, Tabs.Ping ask) {
    ask.beat().ifPresent(socket::returned);
    return new Tabs.Pong(clock.instant(), socket.reading().nextBeat());
  }

  private Tabs.Renewed renew(Socket socket, Tabs.Renew ask) {
    Caller fresh = verified(socket, ask.token());
    if (!socket.isOfSame(fresh)) {
      sockets.close(socket, Sockets.FORBIDDEN, "the token is of another user or session");
      throw new Failure(FailureCode.FORBIDDEN, "the token is of another user or session");
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
