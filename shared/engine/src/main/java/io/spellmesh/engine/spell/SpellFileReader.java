package io.spellmesh.engine.spell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.run.Runner.ReadSpell;
import io.spellmesh.contract.run.Runner.ReadSpells;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes spells out of a file of any format they were ever saved in: exports of Magick ({@code graph}) and
 * Thoth ({@code chain}), rows of their databases (with JSON as text), bare graphs, lists and pages of
 * spells, projects, and our own {@link SpellFormat}. Keys it does not know are kept in the wrapper.
 */
public final class SpellFileReader {
  private static final String NAMELESS = "Untitled spell";

  private final List<ReadSpell> spells = new ArrayList<>();
  private final Findings warnings = new Findings();

  private SpellFileReader() {}

  /**
   * Reads, and changes nothing: a graph is the one in the file, except that a list of nodes is turned into
   * an object. Of many spells those that are none are left out with a warning.
   *
   * @throws Failure UNPROCESSABLE, if there is no spell in it; BAD_REQUEST, if there is nothing at all
   */
  public static ReadSpells read(JsonNode file) {
    if (file == null || file.isMissingNode()) {
      throw Failure.badRequest("file is missing, must be the JSON of a spell file");
    }
    SpellFileReader reader = new SpellFileReader();
    reader.file(file);
    return new ReadSpells(List.copyOf(reader.spells), reader.warnings.list());
  }

  private void file(JsonNode file) {
    switch (file) {
      case ObjectNode object -> object(object);
      case ArrayNode list when !list.isEmpty() -> list(list, false);
      default -> throw Refusal.of(file);
    }
  }

  private void object(ObjectNode saved) {
    ObjectNode file = SpellEntry.opened(saved);
    boolean isOurs = SpellFormat.isOurs(file);
    if (SpellEntry.isOne(file)) {
      spell(file, isOurs, NAMELESS);
    } else if (file.path("spells") instanceof ArrayNode list) {
      warnOfOthers(file, "agents");
      warnOfOthers(file, "documents");
      list(list, isOurs);
    } else if (file.path("data") instanceof ArrayNode page) {
      warnOfMore(file.path("total").asLong(), page.size());
      list(page, isOurs);
    } else if (file.path("data") instanceof ObjectNode envelope) {
      object(envelope);
    } else {
      throw SpellEntry.refusal(file);
    }
  }

  private void list(ArrayNode list, boolean isOurs) {
    if (list.isEmpty()) {
      warnings.add("the file holds no spells");
      return;
    }
    Findings refusals = new Findings();
    for (int i = 0; i < list.size(); i++) {
      try {
        ObjectNode entry = entry(list.get(i));
        spell(entry, isOurs || SpellFormat.isOurs(entry), NAMELESS + " " + (i + 1));
      } catch (Failure refused) {
        refusals.add("entry " + (i + 1) + " of the file" + named(list.get(i).path("name"))
            + " is left out: " + refused.getMessage());
      }
    }
    if (spells.isEmpty()) {
      throw Failure.unprocessable("the file holds no spell: " + refusals.list().getFirst().message(),
          refusals.list());
    }
    refusals.list().forEach(warnings::add);
  }

  private static ObjectNode entry(JsonNode saved) {
    if (JsonText.opened(saved) instanceof ObjectNode entry) {
      return SpellEntry.opened(entry);
    }
    throw Refusal.of(saved);
  }

  private void spell(ObjectNode saved, boolean isOurs, String nameless) {
    SpellEntry entry = SpellEntry.of(saved, isOurs);
    Portable.require(entry.head());
    Findings oddities = new Findings();
    ObjectNode graph = GraphShape.checked(entry.graph(), oddities);
    String name = name(entry, nameless, oddities);
    List<JsonNode> modules = isOurs ? List.of() : modules(entry.wrapper().path("modules"), oddities);
    spells.add(new ReadSpell(name, NodeTable.id(entry.id()), graph, entry.wrapper(), oddities.list()));
    for (int i = 0; i < modules.size(); i++) {
      module(modules.get(i), name, i + 1);
    }
  }

  private static String name(SpellEntry entry, String nameless, Findings oddities) {
    JsonNode saved = entry.head().path("name");
    if (saved.isTextual() && !saved.textValue().isBlank()) {
      return saved.textValue();
    }
    if (!entry.isBare()) {
      oddities.add("the spell's name is " + Found.in(saved) + ", so it is called '" + nameless + "'");
    }
    return nameless;
  }

  /** Older spells carried the sub-graphs they call; here each is a spell beside them. */
  private static List<JsonNode> modules(JsonNode saved, Findings oddities) {
    List<JsonNode> modules = new ArrayList<>();
    if (saved instanceof ArrayNode list && !list.isEmpty()) {
      list.forEach(modules::add);
      oddities.add("the spell has " + list.size() + " modules inside, each is imported as a spell beside it");
    }
    return modules;
  }

  private void module(JsonNode saved, String parent, int number) {
    try {
      spell(entry(saved), false, parent + ", module " + number);
    } catch (Failure refused) {
      warnings.add("module " + number + " of " + Found.quote(parent) + " is left out: "
          + refused.getMessage());
    }
  }

  private void warnOfOthers(ObjectNode file, String what) {
    if (!file.path(what).isEmpty()) {
      warnings.add("the file's " + what + " are left out: " + file.path(what).size()
          + ", only its spells are imported");
    }
  }

  private void warnOfMore(long total, int here) {
    if (total > here) {
      warnings.add("the file is one page of a list: it holds " + here + " of " + total + " spells");
    }
  }

  private static String named(JsonNode name) {
    return name.isTextual() ? ", " + Found.quote(name.textValue()) + "," : "";
  }
}
