package io.spellmesh.runner.journal;

import io.spellmesh.contract.run.RunStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a run stands, as its row says.
 *
 * @param owner   id of the process that runs it, or ran it last; absent while it is parked
 * @param lastSeq number of its last event
 * @param ms      how long it took so far; absent while it runs
 */
public record Standing(RunKey run, LocalDate day, UUID spell, int version, Optional<String> tab, RunStatus status,
    Optional<String> owner, int fence, long lastSeq, Instant started, Optional<Long> ms) {}
