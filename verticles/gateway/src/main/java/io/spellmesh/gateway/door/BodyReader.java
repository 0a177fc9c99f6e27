package io.spellmesh.gateway.door;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/**
 * Reads a request's body to its end, or refuses it: too large by its own word, too large as it comes, or
 * too slow. A slow body costs the sender nothing and us a connection and its memory.
 */
public final class BodyReader {
  /** Bytes that a body must bring in each window until it is complete. */
  public static final int PACE = 64 * 1024;

  private final Vertx vertx;
  private final Duration window;

  public BodyReader(Vertx vertx, Duration window) {
    this.vertx = vertx;
    this.window = window;
  }

  /**
   * @param request  paused; resumed here
   * @param maxBytes larger ones fail with 413
   */
  public Future<Buffer> read(HttpServerRequest request, int maxBytes) {
    if (declared(request) > maxBytes) {
      return Future.failedFuture(tooLarge(maxBytes));
    }
    String expect = request.getHeader("Expect");
    if (expect != null && !expect.equalsIgnoreCase("100-continue")) {
      return Future.failedFuture(Refused.ending(417, "Expect must be 100-continue"));
    }
    Reading reading = new Reading(request, maxBytes);
    Future<Buffer> body = reading.start();
    if (expect != null) {
      request.response().writeContinue();
    }
    request.resume();
    return body;
  }

  private static long declared(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    // The parser has refused what is no number, or one beyond a long.
    return length == null ? 0 : Long.parseLong(length.strip());
  }

  private static Refused tooLarge(int maxBytes) {
    return Refused.ending(413, "the body is larger than " + maxBytes + " bytes, the most this path takes");
  }

  /** One body on its way. */
  private final class Reading {
    private final HttpServerRequest request;
    private final int maxBytes;
    private final Buffer received = Buffer.buffer();
    private final Promise<Buffer> done = Promise.promise();
    private long timer;
    private int receivedBefore;

    Reading(HttpServerRequest request, int maxBytes) {
      this.request = request;
      this.maxBytes = maxBytes;
    }

    Future<Buffer> start() {
      timer = vertx.setPeriodic(window.toMillis(), _ -> checkPace());
      request.handler(this::take)
          .exceptionHandler(error -> fail(error))
          .endHandler(_ -> {
            vertx.cancelTimer(timer);
            done.tryComplete(received);
          });
      return done.future();
    }

    private void take(Buffer chunk) {
      if (done.future().isComplete()) {
        return;
      }
      if (received.length() + (long) chunk.length() > maxBytes) {
        fail(tooLarge(maxBytes));
        return;
      }
      received.appendBuffer(chunk);
    }

    private void checkPace() {
      if (received.length() - receivedBefore < PACE) {
        fail(Refused.ending(408, "the body came too slowly: less than " + PACE + " bytes in "
            + window.toMillis() + " ms"));
        return;
      }
      receivedBefore = received.length();
    }

    private void fail(Throwable error) {
      vertx.cancelTimer(timer);
      if (done.tryFail(error)) {
        request.pause();
      }
    }
  }
}
