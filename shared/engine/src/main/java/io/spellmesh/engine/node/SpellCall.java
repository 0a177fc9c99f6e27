package io.spellmesh.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A spell that a body names while it runs, and what that is given.
 *
 * @param idOrName id, the id in the file it came from, or name
 * @param inputs   by input name; those that the spell does not have are left out with a warning
 * @param main     for the spell's input that is called {@code Input}, else for its first, if {@code inputs} says
 *                 nothing of that
 * @param kept     what the body wants to be told again with the outcome, because it calls several spells or has done
 *                 something before. Then {@link NodeRun#answer} is {@code {kept, outputs}}; or {@code {kept, error}}
 *                 with the text of what the spell failed with, which fails nothing else
 */
public record SpellCall(String idOrName, ObjectNode inputs, Optional<JsonNode> main, Optional<JsonNode> kept) {

  /** Whose failure is the node's. */
  public SpellCall(String idOrName, ObjectNode inputs, Optional<JsonNode> main) {
    this(idOrName, inputs, main, Optional.empty());
  }
}
