package io.spellmesh.gateway.bridge;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Failure;
import io.spellmesh.gateway.HttpConfig;
import io.spellmesh.gateway.door.Authentication;
import io.spellmesh.kit.Member;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open sockets of this process, and the rounds that close those that may not go on. */
final class Sockets {
  static final int UNAUTHENTICATED = 4401;
  static final int FORBIDDEN = 4403;
  static final int SLOW = 4408;
  /** Frames that cannot be read, or the connection is gone. */
  static final int BROKEN = 1002;
  private static final int GOING_AWAY = 1001;
  private static final int RESTART = 1012;

  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);
  /** With what a peer gets to say good-bye, a token's end is felt within 5 s. */
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final Duration GOOD_BYE = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Vertx vertx;
  private final Member member;
  private final HttpConfig config;
  private final Authentication authentication;
  private final Map<SockJSSocket, Socket> open = new HashMap<>();
  private final Map<String, Socket> byId = new HashMap<>();
  private final Map<String, Socket> bySession = new HashMap<>();
  private final Map<UUID, Integer> byUser = new HashMap<>();
  private volatile int lagging;

  Sockets(Member member, HttpConfig config, Authentication authentication) {
    this.vertx = member.vertx();
    this.member = member;
    this.config = config;
    this.authentication = authentication;
  }

  void watch() {
    member.metrics().gauge("spellmesh.sockets.open", "Sockets of browsers and programs", open::size);
    member.metrics().gauge("spellmesh.sockets.lagging", "Those that leave too much unread", () -> lagging);
    vertx.setPeriodic(ROUND.toMillis(), _ -> {
      List.copyOf(open.values()).forEach(this::check);
      lagging = (int) open.values().stream().filter(socket -> socket.reading().isLagging()).count();
    });
    vertx.setPeriodic(config.beat().toMillis(), _ -> open.values().forEach(socket -> socket.line().ping()));
  }

  boolean isFull(UUID user) {
    return byUser.getOrDefault(user, 0) >= config.maxSockets();
  }

  void add(SockJSSocket peer, Socket socket) {
    open.put(peer, socket);
    byId.put(socket.id(), socket);
    sessionOf(socket).ifPresent(session -> bySession.put(session, socket));
    byUser.merge(socket.caller().user(), 1, Integer::sum);
    LOG.atDebug().addKeyValue("socket", socket.id()).addKeyValue("user", socket.caller().user())
        .log("socket opened");
  }

  Optional<Socket> of(SockJSSocket peer) {
    return Optional.ofNullable(open.get(peer));
  }

  Optional<Socket> of(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The one over XHR, by the id its client made up for it; absent if it is about to end. */
  Optional<Socket> ofSession(String session) {
    return Optional.ofNullable(bySession.get(session)).filter(socket -> !socket.isEnding());
  }

  /** It is gone; whoever answers for its tabs is told. Safe to say again. */
  void remove(SockJSSocket peer) {
    Socket socket = open.remove(peer);
    if (socket == null) {
      return;
    }
    byId.remove(socket.id());
    sessionOf(socket).ifPresent(session -> bySession.remove(session, socket));
    byUser.computeIfPresent(socket.caller().user(), (_, count) -> count == 1 ? null : count - 1);
    socket.registrations().end();
    vertx.eventBus().publish(Addresses.socketEnded(member.id()),
        new JsonObject().put("socket", socket.id()), new DeliveryOptions().setLocalOnly(true));
    LOG.atDebug().addKeyValue("socket", socket.id()).addKeyValue("user", socket.caller().user())
        .log("socket ended");
  }

  /** Closes it; if the peer does not let itself be told, the connection is cut. */
  void close(Socket socket, int code, String reason) {
    if (!socket.isEnding()) {
      LOG.atInfo().addKeyValue("socket", socket.id()).addKeyValue("user", socket.caller().user())
          .addKeyValue("code", code).addKeyValue("reason", reason).log("socket closed");
      socket.close(code, reason);
      vertx.setTimer(GOOD_BYE.toMillis(), _ -> socket.line().drop());
    }
  }

  /** The process is about to go. */
  void end() {
    List.copyOf(open.values()).forEach(socket -> close(socket, RESTART, "this process is stopping"));
  }

  private static Optional<String> sessionOf(Socket socket) {
    return switch (socket.line()) {
      case XhrLine line -> Optional.of(line.session());
      case WebSocketLine _ -> Optional.empty();
    };
  }

  private void check(Socket socket) {
    socket.look();
    if (socket.reading().isHopeless() || socket.reading().isLaggingFor(config.maxLag())) {
      close(socket, SLOW, "too much was left unread");
      socket.line().drop();
    } else if (socket.quietNanos() > config.socketQuietTime().toNanos()) {
      close(socket, GOING_AWAY, "nothing was heard for too long");
    } else {
      checkToken(socket);
    }
  }

  private void checkToken(Socket socket) {
    try {
      Instant end = member.callers().endOf(socket.caller());
      if (end.isBefore(Instant.now().plus(SOON))) {
        askAgain(socket);
      }
    } catch (Failure ended) {
      close(socket, UNAUTHENTICATED, ended.getMessage());
    }
  }

  /** An API key in the handshake is good for further tokens; whoever came with a token has to renew it. */
  private void askAgain(Socket socket) {
    if (socket.request().headers().contains("Authorization")) {
      authentication.callerOf(socket.request())
          .onSuccess(fresh -> {
            if (socket.isOfSame(fresh)) {
              socket.renew(fresh);
            }
          })
          .onFailure(error -> LOG.atDebug().addKeyValue("socket", socket.id()).setCause(error)
              .log("no further token"));
    }
  }
}
