package io.spellmesh.gateway.door;

import io.spellmesh.contract.FailureCode;
import io.vertx.core.MultiMap;

/**
 * HTTP's own way to fail, for what no operation would refuse: a wrong verb, a body that is too large.
 * The code is the nearest one of the wire, so that whoever knows its twelve codes knows what to do.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final boolean ending;
  private final transient MultiMap headers = MultiMap.caseInsensitiveMultiMap();

  private Refused(int status, String message, boolean ending) {
    super(message, null, false, false);
    this.status = status;
    this.ending = ending;
  }

  static Refused of(int status, String message) {
    return new Refused(status, message, false);
  }

  /** As {@link #of}, and the connection ends with it, because the rest of the request is not read. */
  static Refused ending(int status, String message) {
    return new Refused(status, message, true);
  }

  public static Refused notAllowed(String allow) {
    Refused refused = of(405, "this path takes " + allow);
    refused.headers.set("Allow", allow);
    return refused;
  }

  public static Refused notAcceptable(String message) {
    return of(406, message);
  }

  public static Refused unknownPath() {
    return of(404, "there is nothing at this path");
  }

  public static Refused badRequest() {
    return ending(400, "the request is not proper HTTP, or its path is not properly encoded");
  }

  public static Refused tooLong(int status, String what, int maxBytes) {
    return ending(status, what + " is longer than " + maxBytes + " bytes");
  }

  int status() {
    return status;
  }

  /** Whether the connection is closed after the answer. */
  boolean isEnding() {
    return ending;
  }

  MultiMap headers() {
    return headers;
  }

  FailureCode code() {
    return FailureCode.fromNumber(status).orElse(
        status >= 500 ? FailureCode.INTERNAL : FailureCode.BAD_REQUEST);
  }
}
