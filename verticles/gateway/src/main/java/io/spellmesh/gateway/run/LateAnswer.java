package io.spellmesh.gateway.run;

import io.spellmesh.contract.Wire;
import io.spellmesh.gateway.door.Media;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/**
 * A 200 whose body comes late. Nothing is sent until the first beat, so that an early failure keeps its
 * status; then the head and white space, which JSON allows before a value, so that neither a proxy nor a
 * client takes the connection for dead.
 */
final class LateAnswer {
  private final Vertx vertx;
  private final HttpServerResponse response;
  private final long timer;

  LateAnswer(Vertx vertx, HttpServerResponse response, Duration beat) {
    this.vertx = vertx;
    this.response = response;
    this.timer = vertx.setPeriodic(beat.toMillis(), _ -> beat());
  }

  private void beat() {
    if (response.closed() || response.ended()) {
      vertx.cancelTimer(timer);
      return;
    }
    if (!response.headWritten()) {
      head().setChunked(true);
    }
    // A reader that takes nothing is cut off by the write time-out; more white space would not help it.
    if (!response.writeQueueFull()) {
      response.write(" ");
    }
  }

  /** Whether it is decided that the status is 200. */
  boolean isDecided() {
    return response.headWritten();
  }

  void end(Object body) {
    stop();
    if (response.closed() || response.ended()) {
      return;
    }
    if (!response.headWritten()) {
      head();
    }
    response.end(Buffer.buffer(Wire.bytes(body)));
  }

  /** No more beats; somebody else answers, or nobody listens. */
  void stop() {
    vertx.cancelTimer(timer);
  }

  private HttpServerResponse head() {
    return response.setStatusCode(200).putHeader("Content-Type", Media.JSON);
  }
}
