package io.spellmesh.engine.node;

import io.spellmesh.contract.FailureCode;

/** A node's own failure. The message is for the person at the editor; the engine adds which node. */
public final class NodeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;

  public NodeFailure(FailureCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public NodeFailure(String message) {
    this(FailureCode.UNPROCESSABLE, message);
  }

  public FailureCode code() {
    return code;
  }
}
