package io.spellmesh.spell;

import io.spellmesh.contract.Mistake;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is said of an import beside its success: each thing once, and no more than a person would read. */
final class ImportWarnings {
  private static final int MOST = 500;

  private final boolean isOfSeveral;
  private final Set<Mistake> warnings = new LinkedHashSet<>();

  /** @param isOfSeveral whether each warning must say of which spell of the file it is */
  ImportWarnings(boolean isOfSeveral, List<Mistake> ofTheFile) {
    this.isOfSeveral = isOfSeveral;
    warnings.addAll(ofTheFile);
  }

  void add(String spell, List<Mistake> mistakes) {
    for (Mistake mistake : mistakes) {
      warnings.add(isOfSeveral ? new Mistake(mistake.node(), mistake.socket(),
          "spell '" + Excerpt.of(spell) + "': " + mistake.message()) : mistake);
    }
  }

  List<Mistake> list() {
    if (warnings.size() <= MOST) {
      return List.copyOf(warnings);
    }
    return Stream.concat(warnings.stream().limit(MOST),
        Stream.of(Mistake.of("and " + (warnings.size() - MOST) + " more"))).toList();
  }
}
