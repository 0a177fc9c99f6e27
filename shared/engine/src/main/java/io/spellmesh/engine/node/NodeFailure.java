package io.spellmesh.engine.node;

import io.spellmesh.contract.FailureCode;
import java.util.Optional;

/** A node's own failure. The message is for the person at the editor; the engine adds which node and which input. */
public final class NodeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;
  private final String input;

  private NodeFailure(FailureCode code, String message, String input) {
    super(message, null, false, false);
    this.code = code;
    this.input = input;
  }

  public NodeFailure(FailureCode code, String message) {
    this(code, message, "");
  }

  public NodeFailure(String message) {
    this(FailureCode.UNPROCESSABLE, message);
  }

  /** The same, of what came to an input or did not; the message need not name it. */
  public NodeFailure at(Input<?> socket) {
    return input.isEmpty() ? new NodeFailure(code, getMessage(), socket.key()) : this;
  }

  public FailureCode code() {
    return code;
  }

  /** Key of the input that is to blame; absent if no single one is. */
  public Optional<String> input() {
    return input.isEmpty() ? Optional.empty() : Optional.of(input);
  }
}
