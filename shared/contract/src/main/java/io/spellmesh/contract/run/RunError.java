package io.spellmesh.contract.run;

import io.spellmesh.contract.FailureCode;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a run or a step failed.
 *
 * @param node    id of the node; absent if the run as a whole failed, as by its time limit
 * @param step    the node's id with the path of loops and sub-spells around it
 * @param message for the person at the editor; names the node, and the input if there is one
 * @param input   key of the node's data input that is to blame; absent if no single one is
 */
public record RunError(Optional<String> node, Optional<String> step, FailureCode code, String message,
    Optional<String> input) {
  public RunError {
    Objects.requireNonNull(code, "code is missing");
    Objects.requireNonNull(message, "message is missing");
    node = Objects.requireNonNullElse(node, Optional.empty());
    step = Objects.requireNonNullElse(step, Optional.empty());
    input = Objects.requireNonNullElse(input, Optional.empty());
  }

  /** One that no single input is to blame for. */
  public RunError(Optional<String> node, Optional<String> step, FailureCode code, String message) {
    this(node, step, code, message, Optional.empty());
  }
}
