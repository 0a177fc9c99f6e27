package io.spellmesh.runner.live;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.runner.journal.RunKey;
import java.util.UUID;

/**
 * A run that was asked for.
 *
 * @param run         its id, the asker's or a new one
 * @param requestHash SHA-256 of what was asked
 */
public record RunOrder(UUID run, Caller caller, Runner.Start start, byte[] requestHash) {

  public RunKey key() {
    return new RunKey(caller.user(), run);
  }
}
