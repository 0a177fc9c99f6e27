package io.spellmesh.gateway.bridge;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.gateway.door.Refused;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides who may open a socket, before SockJS sees anything of the request. It checks the origin for some
 * of its transports only, and serves pages that load scripts from elsewhere.
 */
final class Entrance implements Handler<RoutingContext> {
  /** Where the caller stands in the request's context. */
  static final String CALLER = "spellmesh.socket.caller";

  private final String infoPath;
  private final Pattern webSocketPath;
  private final Set<String> allowedOrigins;
  private final Admission admission;
  private final Info info;
  private final Optional<XhrEntrance> xhr;

  /** @param xhr absent where XHR is not offered */
  Entrance(String path, List<String> allowedOrigins, Admission admission, Optional<XhrEntrance> xhr) {
    this.infoPath = path + "/info";
    this.webSocketPath = Pattern.compile(Pattern.quote(path) + "(/[^/.]+/[^/.]+)?/websocket");
    this.allowedOrigins = Set.copyOf(allowedOrigins);
    this.admission = admission;
    this.info = new Info(xhr.isPresent());
    this.xhr = xhr;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    // Not the normalised path: of two spellings of one path, only the plain one is served.
    String path = request.path();
    Optional<Matcher> session = xhr.map(offered -> offered.match(path)).filter(Matcher::matches);
    if (!isOurs(request)) {
      context.fail(new Failure(FailureCode.FORBIDDEN, "pages of this origin may not open sockets here"));
    } else if (path.equals(infoPath)) {
      info.handle(context);
    } else if (session.isPresent()) {
      xhr.get().enter(context, session.get());
    } else if (!webSocketPath.matcher(path).matches()) {
      context.fail(Refused.unknownPath());
    } else if (request.method() != HttpMethod.GET || !request.canUpgradeToWebSocket()) {
      context.fail(Failure.badRequest("this path takes WebSockets only"));
    } else {
      admission.admit(context).onFailure(context::fail).onSuccess(caller -> {
        context.put(CALLER, caller);
        context.next();
      });
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
}
