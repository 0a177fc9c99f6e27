package io.spellmesh.gateway.bridge;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.user.Users;
import io.spellmesh.gateway.door.Authentication;
import io.spellmesh.kit.identity.Callers;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who a socket is opened for: whom a header names, or whom a ticket was given, which is spent with that. */
final class Admission {
  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final Authentication authentication;
  private final MeshClient mesh;
  private final Callers callers;
  private final Sockets sockets;

  Admission(Authentication authentication, MeshClient mesh, Callers callers, Sockets sockets) {
    this.authentication = authentication;
    this.mesh = mesh;
    this.callers = callers;
    this.sockets = sockets;
  }

  /** The ticket a request comes with, if it comes with just that. */
  static Optional<String> ticketOf(RoutingContext context) {
    List<String> tickets = context.queryParam("ticket");
    return tickets.size() != 1 || context.request().headers().contains("Authorization") ? Optional.empty()
        : Optional.of(tickets.getFirst());
  }

  /** Fails with UNAUTHENTICATED, or with TOO_MANY if the caller has too many sockets. */
  Future<Caller> admit(RoutingContext context) {
    return callerOf(context).compose(caller -> sockets.isFull(caller.user())
        ? Future.failedFuture(Failure.tooMany("you have too many sockets open: close one", COME_BACK))
        : Future.succeededFuture(caller));
  }

  private Future<Caller> callerOf(RoutingContext context) {
    List<String> tickets = context.queryParam("ticket");
    if (tickets.isEmpty() || context.request().headers().contains("Authorization")) {
      return authentication.callerOf(context.request());
    }
    if (tickets.size() > 1) {
      return Future.failedFuture(Failure.unauthenticated("ticket is given more than once"));
    }
    return mesh.ask(Users.SPEND, new Users.Spend(tickets.getFirst()))
        .map(spent -> callers.verify(Optional.of("Bearer " + spent.accessToken())));
  }
}
