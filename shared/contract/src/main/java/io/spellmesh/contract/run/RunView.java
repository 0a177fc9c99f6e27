package io.spellmesh.contract.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A run as its owner sees it.
 *
 * @param version the version of the spell that runs
 * @param outputs by output name; absent until it has completed
 * @param error   present if it failed
 * @param ms      how long it took, waiting not counted; absent until it has ended
 */
public record RunView(UUID id, UUID spell, int version, RunStatus status,
    Optional<Map<String, JsonNode>> outputs, Optional<RunError> error, Optional<Long> ms,
    int epoch, long tail, Instant started, Optional<Instant> ended) {}
