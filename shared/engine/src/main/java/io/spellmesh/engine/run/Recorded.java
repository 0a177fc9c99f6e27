package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What a step gave in an earlier run; it stands in place of the step's body. */
public record Recorded(Map<String, JsonNode> outputs, List<String> fired) {}
