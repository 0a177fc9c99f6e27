package io.spellmesh.nodes.json;

import com.fasterxml.jackson.databind.JsonNode;

/** What stands on a side of a comparison. It may be nothing at all. */
sealed interface Operand {
  record Literal(JsonNode value) implements Operand {}

  /** The only value that the path finds, if it finds one. */
  record Found(PathQuery path) implements Operand {}

  /** Characters of a text, elements of a list, fields of an object. */
  record Length(Operand of) implements Operand {}

  /** How many values the path finds. */
  record Count(PathQuery path) implements Operand {}
}
