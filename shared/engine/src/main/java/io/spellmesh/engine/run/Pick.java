package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;

/** One value that a step is given, or will be. */
sealed interface Pick {
  /** What a loop gives its iteration. */
  record Fixed(JsonNode value) implements Pick {}

  /** What another step gives at an output, once it has completed. */
  record From(Step step, String output) implements Pick {}
}
