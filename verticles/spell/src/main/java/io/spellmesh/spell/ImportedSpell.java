package io.spellmesh.spell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.run.Runner.ReadSpell;
import io.spellmesh.contract.spell.Spells;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One spell of a file on its way in: what the file said of it, made fit to be kept. */
record ImportedSpell(String name, List<String> oldIds, ObjectNode graph, ObjectNode wrapper,
    List<Mistake> warnings) {
  /** Field of our wrapper that carries ids of before the last export. */
  static final String FORMER_IDS = "formerIds";

  private static final String NAMELESS = "Imported spell";
  private static final int LONGEST_ID = 200;
  private static final int MOST_IDS = 20;

  static ImportedSpell of(ReadSpell read) {
    List<Mistake> warnings = new ArrayList<>(read.warnings());
    ObjectNode wrapper = read.wrapper().deepCopy();
    Set<String> ids = new LinkedHashSet<>();
    read.oldId().ifPresent(ids::add);
    Optional.ofNullable(wrapper.remove(FORMER_IDS)).ifPresent(former -> {
      for (JsonNode id : former) {
        ids.add(id.asText());
      }
    });
    return new ImportedSpell(name(read.name(), warnings), usable(ids, warnings), read.graph(), wrapper,
        warnings);
  }

  /**
   * As it is stored.
   *
   * @throws Failure BAD_REQUEST, naming the spell, if its graph cannot be kept
   */
  Draft draft(GraphRules rules) {
    try {
      return new Draft(UUID.randomUUID(), name, oldIds, rules.graphText(graph),
          rules.text("wrapper", wrapper));
    } catch (Failure refused) {
      throw new Failure(refused.code(), "spell '" + Excerpt.of(name) + "': " + refused.getMessage(),
          refused.retryAfter(), refused.mistakes());
    }
  }

  private static String name(String said, List<Mistake> warnings) {
    String name = Excerpt.cut(said.replace("\u0000", "").strip(), Spells.LONGEST_NAME);
    if (name.isBlank()) {
      warnings.add(Mistake.of("the file gives no name, it is '" + NAMELESS + "' now"));
      return NAMELESS;
    }
    if (!name.equals(said)) {
      warnings.add(Mistake.of("the name '" + Excerpt.of(said) + "' has " + said.length() + " characters"
          + " or odd ones, it is '" + Excerpt.of(name) + "' now"));
    }
    return name;
  }

  private static List<String> usable(Set<String> ids, List<Mistake> warnings) {
    List<String> usable = ids.stream()
        .filter(id -> !id.isBlank() && id.length() <= LONGEST_ID && id.indexOf('\u0000') < 0)
        .limit(MOST_IDS).toList();
    if (usable.size() < ids.size()) {
      warnings.add(Mistake.of((ids.size() - usable.size()) + " of the ids the file gives it were left out: an"
          + " id has 1 to " + LONGEST_ID + " characters and a spell at most " + MOST_IDS + " ids"));
    }
    return usable;
  }
}
