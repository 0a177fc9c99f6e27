package io.spellmesh.kit.identity;

import io.spellmesh.contract.Caller;
import java.time.Instant;

/**
 * A token that passed every check, and when it ends.
 *
 * @param isOfRun whether a run holds it and not a person; then the caller's session is the run
 */
record VerifiedToken(Caller caller, Instant end, boolean isOfRun) {}
