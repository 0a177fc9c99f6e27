package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;

/** An item of a source. @param node id of the source's node */
public record Emitted(String node, JsonNode item) {}
