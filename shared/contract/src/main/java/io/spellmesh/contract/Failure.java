package io.spellmesh.contract;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The one way to fail across a door. The message is for the person at the editor: what was wrong, the
 * value, and what would be right; never a secret, a prompt, a class name or a stack.
 *
 * <p>It travels on the bus by {@link FailureCodec}, which every member registers; a browser behind the
 * bridge sees the number and the message.
 */
public final class Failure extends ReplyException {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;
  private final transient Optional<Duration> retryAfter;
  private final transient List<Mistake> mistakes;

  public Failure(FailureCode code, String message) {
    this(code, message, Optional.empty(), List.of());
  }

  /**
   * @param retryAfter how long to wait before asking again; whole seconds on the wire
   * @param mistakes   every single mistake, where {@code message} sums them up
   */
  public Failure(FailureCode code, String message, Optional<Duration> retryAfter, List<Mistake> mistakes) {
    super(ReplyFailure.RECIPIENT_FAILURE, code.number(), message);
    this.code = code;
    this.retryAfter = retryAfter;
    this.mistakes = List.copyOf(mistakes);
  }

  public static Failure badRequest(String message) {
    return new Failure(FailureCode.BAD_REQUEST, message);
  }

  public static Failure notFound(String message) {
    return new Failure(FailureCode.NOT_FOUND, message);
  }

  public static Failure conflict(String message) {
    return new Failure(FailureCode.CONFLICT, message);
  }

  public static Failure unauthenticated(String message) {
    return new Failure(FailureCode.UNAUTHENTICATED, message);
  }

  public static Failure tooMany(String message, Duration retryAfter) {
    return new Failure(FailureCode.TOO_MANY, message, Optional.of(retryAfter), List.of());
  }

  public static Failure unavailable(String message, Duration retryAfter) {
    return new Failure(FailureCode.UNAVAILABLE, message, Optional.of(retryAfter), List.of());
  }

  /** @param mistakes at least one */
  public static Failure unprocessable(String summary, List<Mistake> mistakes) {
    return new Failure(FailureCode.UNPROCESSABLE, summary, Optional.empty(), mistakes);
  }

  /**
   * What a caller is told of any error: a failure as it is, a bus error by what it means, and anything
   * else as INTERNAL under the id with which it was logged.
   */
  public static Failure of(Throwable error, String logId) {
    if (error instanceof Failure failure) {
      return failure;
    }
    if (error instanceof ReplyException reply) {
      return switch (reply.failureType()) {
        case TIMEOUT -> new Failure(FailureCode.TIMED_OUT, "no answer in time");
        case NO_HANDLERS -> unavailable("the service is not running", Duration.ofSeconds(2));
        case ERROR, RECIPIENT_FAILURE -> new Failure(
            FailureCode.fromNumber(reply.failureCode()).orElse(FailureCode.INTERNAL), reply.getMessage());
      };
    }
    return new Failure(FailureCode.INTERNAL, "internal error " + logId);
  }

  public FailureCode code() {
    return code;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }
}
