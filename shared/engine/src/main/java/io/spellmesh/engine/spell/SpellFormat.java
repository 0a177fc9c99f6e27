package io.spellmesh.engine.spell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Mistake;
import java.util.List;

/**
 * The formats this program writes. A file says which in {@code format}; the number rises when an older
 * reader would misread the file, never for a key more.
 */
final class SpellFormat {
  /**
   * One spell: {@code {format, id?, name, graph, wrapper?}}. {@code id} is what Spell nodes of other spells
   * call it, {@code wrapper} is what the file it once came from said beyond that.
   */
  static final String SPELL = "spellmesh/1";

  /** A project: {@code {format, name, spells: [spell as above, its format optional]}}. */
  static final String PROJECT = "spellmesh-project/1";

  private SpellFormat() {}

  /** @throws Failure UNPROCESSABLE, if it says to be ours in a format that is unknown here */
  static boolean isOurs(ObjectNode file) {
    JsonNode format = file.path("format");
    if (!format.isTextual() || !format.textValue().startsWith("spellmesh")) {
      return false;
    }
    if (!format.textValue().equals(SPELL) && !format.textValue().equals(PROJECT)) {
      String message = "the file's format is " + Found.quote(format.textValue()) + ", must be '" + SPELL
          + "' or '" + PROJECT + "'; a newer Spellmesh may have written it";
      throw Failure.unprocessable(message, List.of(Mistake.of(message)));
    }
    return true;
  }
}
