package io.spellmesh.gateway.bridge;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * What SockJS's clients ask before anything else, and whether there is XHR, which SockJS does not tell.
 *
 * @see <a href="https://sockjs.github.io/sockjs-protocol/sockjs-protocol-0.3.3.html">its base URLs</a>
 */
final class Info implements Handler<RoutingContext> {
  private final SecureRandom random = new SecureRandom();
  private final boolean hasXhr;

  Info(boolean hasXhr) {
    this.hasXhr = hasXhr;
  }

  /** @param context of a request whose origin is allowed */
  @Override
  public void handle(RoutingContext context) {
    if (context.request().method() != HttpMethod.GET) {
      context.next();
      return;
    }
    // SockJS's client asks with credentials, which nothing here looks at.
    Optional.ofNullable(context.request().getHeader("Origin")).ifPresent(origin -> context.response()
        .putHeader("Access-Control-Allow-Origin", origin)
        .putHeader("Access-Control-Allow-Credentials", "true"));
    context.json(new JsonObject().put("websocket", true).put("xhr", hasXhr).put("cookie_needed", false)
        .put("origins", new JsonArray().add("*:*")).put("entropy", Integer.toUnsignedLong(random.nextInt())));
  }
}
