package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.Waiting;
import java.util.Optional;

/**
 * For what a step has waited in an earlier part of the run.
 *
 * @param attempt in which attempt of its body
 * @param answer  what came, if that was before the part ended
 */
public record Waited(Waiting what, int attempt, Optional<JsonNode> answer) {}
