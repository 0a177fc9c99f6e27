package io.spellmesh.runner.live;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.engine.run.Emitted;
import io.spellmesh.runner.journal.RunKey;
import java.util.Optional;
import java.util.UUID;

/**
 * A run that was asked for.
 *
 * @param run         its id, the asker's or a new one
 * @param requestHash SHA-256 of what was asked
 * @param emitted     the item of a source that it begins with, if nobody asked for it
 */
public record RunOrder(UUID run, Caller caller, Runner.Start start, byte[] requestHash,
    Optional<Emitted> emitted) {

  public RunKey key() {
    return new RunKey(caller.user(), run);
  }
}
