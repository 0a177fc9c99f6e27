package io.spellmesh.gateway.door;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers failures. The only place that turns an error into bytes for a stranger. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  /** What services say of a bug; anything else in such a failure may speak of our insides. */
  private static final Pattern INTERNAL = Pattern.compile("internal error [A-Za-z0-9-]{1,40}");
  /** Time for the client to read the answer: closing at once resets a connection that still sends. */
  private static final Duration LINGER = Duration.ofSeconds(1);

  private final Vertx vertx;

  public Problems(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Answers the request with what the error means. Nothing is written if an answer has begun. */
  public void answer(HttpServerRequest request, Throwable error) {
    HttpServerResponse response = request.response();
    if (response.headWritten() || response.closed()) {
      LOG.atDebug().addKeyValue("method", request.method()).addKeyValue("path", request.path())
          .setCause(error).log("request failed after its answer had begun");
      response.reset();
      return;
    }
    switch (error) {
      case Refused refused -> {
        response.headers().addAll(refused.headers());
        write(request, Problem.of(refused), refused.isEnding());
      }
      case Failure failure when failure.code() != FailureCode.INTERNAL -> write(request, failure);
      case Failure failure when INTERNAL.matcher(String.valueOf(failure.getMessage())).matches() ->
          write(request, failure);
      default -> write(request, unexpected(request, error));
    }
  }

  private void write(HttpServerRequest request, Failure failure) {
    HttpServerResponse response = request.response();
    failure.retryAfter().ifPresent(wait ->
        response.putHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))));
    if (failure.code() == FailureCode.UNAUTHENTICATED) {
      response.putHeader("WWW-Authenticate", "Bearer realm=\"spellmesh\"");
    }
    write(request, Problem.of(failure), false);
  }

  private void write(HttpServerRequest request, Problem problem, boolean ending) {
    HttpServerResponse response = request.response();
    response.setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
    if (ending) {
      response.putHeader("Connection", "close");
    }
    response.end(Buffer.buffer(Wire.bytes(problem)))
        .onFailure(gone -> LOG.atDebug().addKeyValue("status", problem.status()).setCause(gone)
            .log("problem not delivered"));
    if (ending) {
      vertx.setTimer(LINGER.toMillis(), _ -> request.connection().close());
    }
  }

  private static Failure unexpected(HttpServerRequest request, Throwable error) {
    String logId = UUID.randomUUID().toString().substring(0, 8);
    LOG.atError().addKeyValue("method", request.method()).addKeyValue("path", request.path())
        .addKeyValue("id", logId).setCause(error).log("request failed");
    return new Failure(FailureCode.INTERNAL, "internal error " + logId);
  }
}
