package io.spellmesh.runner.journal;

import io.spellmesh.contract.run.RunStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A group of events on its way into the journal. */
public sealed interface Entry {
  RunKey run();

  Group group();

  /**
   * @param firstSeq number of its first event
   * @param message  the encoded group, as it is published
   * @param status   of the run after it
   * @param end      present if the run ends with it
   */
  record Group(long firstSeq, long lastSeq, String message, RunStatus status, Optional<End> end) {}

  /** @param ms how long the run took */
  record End(Instant at, long ms) {}

  /** The first group, with the run's own row. */
  record First(NewRun row, Group group) implements Entry {
    @Override
    public RunKey run() {
      return row.run();
    }
  }

  /** @param fence what the run's row must still say */
  record Next(RunKey run, int fence, Group group) implements Entry {}

  /**
   * @param requestHash SHA-256 of what was asked
   * @param resumes     whether it goes on by itself after a crash
   */
  record NewRun(RunKey run, LocalDate day, UUID spell, int version, Optional<String> idempotencyKey,
      byte[] requestHash, Optional<String> tab, String owner, int fence, Instant started, boolean resumes) {}
}
