package io.spellmesh.engine.plan;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Mistake;
import java.util.List;

/**
 * A compiled spell with all that is wrong with it.
 *
 * @param errors   what keeps it from running
 * @param warnings what was repaired, and what will fail when it is reached
 */
public record Checked(Plan plan, List<Mistake> errors, List<Mistake> warnings) {
  public Checked {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  /** @throws Failure UNPROCESSABLE with every error, if there is one */
  public Plan orRefuse() {
    if (errors.isEmpty()) {
      return plan;
    }
    throw Failure.unprocessable(errors.size() == 1
        ? errors.get(0).message()
        : "the spell has " + errors.size() + " errors; the first: " + errors.get(0).message(), errors);
  }
}
