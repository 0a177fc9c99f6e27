package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What a run that goes on knows of its earlier parts, beyond what its steps gave there.
 *
 * @param begun   steps that had begun and not ended; loops and sub-spells among them are not told again
 * @param waited  by step; those that still wait do so again, and nothing of it is told again
 * @param answers what people have answered since, by step
 * @param spent   how long the earlier parts took
 */
public record Earlier(Set<String> begun, Map<String, Waited> waited, Map<String, JsonNode> answers,
    Duration spent) {
  public static final Earlier NOTHING = new Earlier(Set.of(), Map.of(), Map.of(), Duration.ZERO);

  public Earlier {
    begun = Set.copyOf(begun);
    waited = Map.copyOf(waited);
    answers = Map.copyOf(answers);
  }

  Earlier with(Map<String, JsonNode> others) {
    return new Earlier(begun, waited, others, spent);
  }
}
