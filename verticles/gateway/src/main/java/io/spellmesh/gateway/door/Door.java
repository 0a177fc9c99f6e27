package io.spellmesh.gateway.door;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** First to see a request: holds its body back until somebody wants it, and says how it ended. */
public final class Door implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger("io.spellmesh.gateway.access");

  private final Connections connections;

  public Door(Connections connections) {
    this.connections = connections;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    // Who asks may take a while to find out, and what comes meanwhile would be lost.
    request.pause();
    connections.began(request);
    protect(context.response());
    long began = System.nanoTime();
    context.addEndHandler(gone -> {
      if (gone.succeeded()) {
        connections.ended(request);
      }
      if (!"close".equals(context.response().headers().get("Connection"))) {
        // A body that nobody wanted must not stand in the way of the next request.
        request.resume();
      }
      LOG.atDebug().addKeyValue("method", request.method()).addKeyValue("path", request.path())
          .addKeyValue("status", context.response().getStatusCode())
          .addKeyValue("bytes", context.response().bytesWritten())
          .addKeyValue("tookMs", (System.nanoTime() - began) / 1_000_000)
          .addKeyValue("peer", request.remoteAddress().hostAddress()).log("request answered");
    });
    context.next();
  }

  /** What every answer goes out with; a page says otherwise where it must. */
  public static void protect(HttpServerResponse response) {
    response.putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .putHeader("Cache-Control", "no-store");
  }
}
