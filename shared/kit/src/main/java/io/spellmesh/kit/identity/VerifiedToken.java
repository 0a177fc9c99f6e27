package io.spellmesh.kit.identity;

import io.spellmesh.contract.Caller;
import java.time.Instant;

/** A token that passed every check, and when it ends. */
record VerifiedToken(Caller caller, Instant end) {}
