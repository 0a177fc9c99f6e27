package io.spellmesh.contract;

import java.util.Optional;

/** Every way a request can fail. The code fixes the bus number, the HTTP status and whether to retry. */
public enum FailureCode {
  BAD_REQUEST(400, false),
  UNAUTHENTICATED(401, false),
  FORBIDDEN(403, false),
  NOT_FOUND(404, false),
  CONFLICT(409, false),
  UNPROCESSABLE(422, false),
  TOO_MANY(429, true),
  CANCELLED(499, false),
  INTERNAL(500, false),
  PROVIDER_FAILED(502, true),
  UNAVAILABLE(503, true),
  TIMED_OUT(504, true);

  private final int number;
  private final boolean retryable;

  FailureCode(int number, boolean retryable) {
    this.number = number;
    this.retryable = retryable;
  }

  /** The failure code on the bus, and the HTTP status over REST. */
  public int number() {
    return number;
  }

  /** Whether the same request may succeed later without being changed. */
  public boolean retryable() {
    return retryable;
  }

  public static Optional<FailureCode> fromNumber(int number) {
    for (FailureCode code : values()) {
      if (code.number == number) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }
}
