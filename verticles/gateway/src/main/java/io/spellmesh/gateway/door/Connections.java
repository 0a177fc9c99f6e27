package io.spellmesh.gateway.door;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Closes connections on which no request is under way for too long: kept alive and forgotten, or with a
 * request head that comes one byte at a time, which no idle time-out notices. Used on one event loop.
 */
public final class Connections {
  private final Vertx vertx;
  private final Duration quietTime;
  private final Map<HttpConnection, Long> quiet = new HashMap<>();

  public Connections(Vertx vertx, Duration quietTime) {
    this.vertx = vertx;
    this.quietTime = quietTime;
  }

  public void opened(HttpConnection connection) {
    connection.closeHandler(_ -> forget(connection));
    await(connection);
  }

  /** The whole head of a request has come; until its answer has gone the connection is not quiet. */
  public void began(HttpServerRequest request) {
    forget(request.connection());
  }

  /** The answer has gone, on a connection that goes on. */
  public void ended(HttpServerRequest request) {
    await(request.connection());
  }

  private void await(HttpConnection connection) {
    long timer = vertx.setTimer(quietTime.toMillis(), _ -> {
      quiet.remove(connection);
      connection.close();
    });
    Long before = quiet.put(connection, timer);
    if (before != null) {
      vertx.cancelTimer(before);
    }
  }

  private void forget(HttpConnection connection) {
    Long timer = quiet.remove(connection);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }
}
