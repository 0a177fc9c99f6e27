package io.spellmesh.gateway.bridge;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.user.Users;
import io.spellmesh.gateway.door.Authentication;
import io.spellmesh.gateway.door.Refused;
import io.spellmesh.kit.identity.Callers;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides who may open a socket, before SockJS sees anything of the request. It checks the origin for some
 * of its transports only, and serves pages that load scripts from elsewhere.
 */
final class Entrance implements Handler<RoutingContext> {
  /** Where the caller stands in the request's context. */
  static final String CALLER = "spellmesh.socket.caller";

  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final Pattern socketPath;
  private final String infoPath;
  private final Set<String> allowedOrigins;
  private final Authentication authentication;
  private final MeshClient mesh;
  private final Callers callers;
  private final Sockets sockets;

  Entrance(String path, List<String> allowedOrigins, Authentication authentication, MeshClient mesh,
      Callers callers, Sockets sockets) {
    this.infoPath = path + "/info";
    this.socketPath = Pattern.compile(Pattern.quote(path) + "(/[^/.]+/[^/.]+)?/websocket");
    this.allowedOrigins = Set.copyOf(allowedOrigins);
    this.authentication = authentication;
    this.mesh = mesh;
    this.callers = callers;
    this.sockets = sockets;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    // Not the normalised path: of two spellings of one path, only the plain one is served.
    String path = request.path();
    if (!isOurs(request)) {
      context.fail(new Failure(FailureCode.FORBIDDEN, "pages of this origin may not open sockets here"));
    } else if (path.equals(infoPath)) {
      context.next();
    } else if (!socketPath.matcher(path).matches()) {
      context.fail(Refused.unknownPath());
    } else if (request.method() != HttpMethod.GET || !request.canUpgradeToWebSocket()) {
      context.fail(Failure.badRequest("this path takes WebSockets only"));
    } else {
      admit(context);
    }
  }

  /** Programs send no origin, browsers always do. */
  private boolean isOurs(HttpServerRequest request) {
    List<String> origins = request.headers().getAll("Origin");
    if (origins.isEmpty()) {
      return true;
    }
    String origin = origins.getFirst();
    String host = Optional.ofNullable(request.getHeader("Host")).orElse("").toLowerCase(Locale.ROOT);
    boolean isOwn = !host.isEmpty() && (origin.equals("http://" + host) || origin.equals("https://" + host));
    return origins.size() == 1 && (isOwn || allowedOrigins.contains(origin));
  }

  private void admit(RoutingContext context) {
    callerOf(context)
        .onSuccess(caller -> {
          if (sockets.isFull(caller.user())) {
            context.fail(Failure.tooMany("you have too many sockets open: close one", COME_BACK));
          } else {
            context.put(CALLER, caller);
            context.next();
          }
        })
        .onFailure(context::fail);
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
