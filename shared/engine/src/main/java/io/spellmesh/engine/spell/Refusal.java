package io.spellmesh.engine.spell;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Mistake;
import java.util.List;

/** Says that something is no spell, what it is instead, and what would be one. */
final class Refusal {
  private static final String WANTED = "must be a spell with a 'graph' or a 'chain', a graph with 'nodes', "
      + "a project with 'spells', or a list of spells";

  private Refusal() {}

  static Failure of(JsonNode found) {
    return because("found " + Found.in(found) + ", " + WANTED);
  }

  static Failure because(String reason) {
    String message = "not a spell: " + reason;
    return Failure.unprocessable(message, List.of(Mistake.of(message)));
  }
}
