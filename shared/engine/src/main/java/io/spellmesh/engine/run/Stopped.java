package io.spellmesh.engine.run;

import io.spellmesh.contract.FailureCode;

/** What a body that waits gets when its time is up or its run has ended. */
public final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;

  Stopped(FailureCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  FailureCode code() {
    return code;
  }
}
