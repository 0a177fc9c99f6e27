package io.spellmesh.contract.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a run stands. Completed, failed and cancelled are final. */
public enum RunStatus {
  RUNNING,
  WAITING,
  COMPLETED,
  FAILED,
  CANCELLED,
  INTERRUPTED;

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing can follow. */
  public boolean isFinal() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }
}
