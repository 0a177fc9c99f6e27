package io.spellmesh.contract.run;

import java.util.UUID;

/** How far a run has come. @param tail number of the last committed event, 0 if none is */
public record RunHead(UUID run, int epoch, long tail, RunStatus status) {}
