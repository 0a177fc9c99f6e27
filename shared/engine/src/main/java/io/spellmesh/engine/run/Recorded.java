package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.run.RunError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a step gave in an earlier run; it stands in place of the step's body.
 *
 * @param failed with what it failed for good; then it gave nothing else
 */
public record Recorded(Map<String, JsonNode> outputs, List<String> fired, Optional<RunError> failed) {

  public Recorded(Map<String, JsonNode> outputs, List<String> fired) {
    this(outputs, fired, Optional.empty());
  }

  static Recorded failed(RunError error) {
    return new Recorded(Map.of(), List.of(), Optional.of(error));
  }
}
