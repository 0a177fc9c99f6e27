package io.spellmesh.gateway.door;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;

/**
 * Lets pages of other origins ask, if they are listed, each by its exact text. No wildcard, and never
 * credentials: who asks is in the authorization header, which no browser sends by itself.
 */
public final class Origins implements Handler<RoutingContext> {
  private static final String METHODS = "GET, POST, PUT, DELETE";
  private static final String REQUEST_HEADERS =
      "Authorization, Content-Type, Accept, Idempotency-Key, Prefer, If-Match, Last-Event-ID";
  private static final String ANSWER_HEADERS =
      "Location, ETag, Retry-After, Idempotent-Replay, Preference-Applied, Content-Disposition";
  /** Seconds a browser may keep the answer: ten minutes, as long as a change of the list may take. */
  private static final String KEEP = "600";

  private final Set<String> allowed;

  public Origins(List<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    if (!allowed.isEmpty()) {
      response.headers().add("Vary", "Origin");
    }
    String origin = request.getHeader("Origin");
    if (origin == null || !allowed.contains(origin)) {
      context.next();
      return;
    }
    response.putHeader("Access-Control-Allow-Origin", origin)
        .putHeader("Access-Control-Expose-Headers", ANSWER_HEADERS);
    if (request.method() == HttpMethod.OPTIONS
        && request.headers().contains("Access-Control-Request-Method")) {
      response.putHeader("Access-Control-Allow-Methods", METHODS)
          .putHeader("Access-Control-Allow-Headers", REQUEST_HEADERS)
          .putHeader("Access-Control-Max-Age", KEEP)
          .setStatusCode(204).end();
      return;
    }
    context.next();
  }
}
