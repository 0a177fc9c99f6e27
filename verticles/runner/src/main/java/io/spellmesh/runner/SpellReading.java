package io.spellmesh.runner;

import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.engine.plan.Checked;
import io.spellmesh.engine.spell.SpellFileReader;
import io.spellmesh.runner.plan.Palettes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What only the engine knows of saved spells. Files may be large, so it is worked out off the event loop. */
final class SpellReading {
  private final Vertx vertx;
  private final Palettes palettes;
  private final int mostNodes;

  /** @param mostNodes of a graph that is looked into; the spell room refuses larger ones */
  SpellReading(Vertx vertx, Palettes palettes, int mostNodes) {
    this.vertx = vertx;
    this.palettes = palettes;
    this.mostNodes = mostNodes;
  }

  /** Reads a file, and tells what was repaired and what will keep its spells from running. */
  Future<Runner.ReadSpells> read(Runner.SpellFile file) {
    return vertx.executeBlocking(() -> {
      Runner.ReadSpells read = SpellFileReader.read(file.file());
      return new Runner.ReadSpells(read.spells().stream().map(this::withWarnings).toList(), read.warnings());
    }, false);
  }

  private Runner.ReadSpell withWarnings(Runner.ReadSpell spell) {
    if (spell.graph().path("nodes").size() > mostNodes) {
      // A plan of it would take a good part of the heap, for a spell that cannot be saved.
      return spell;
    }
    List<Mistake> warnings = new ArrayList<>(spell.warnings());
    warnings.addAll(mistakes(palettes.now().compiler().compile(spell.graph())));
    return new Runner.ReadSpell(spell.name(), spell.oldId(), spell.graph(), spell.wrapper(), warnings);
  }

  private static List<Mistake> mistakes(Checked checked) {
    return Stream.concat(checked.errors().stream(), checked.warnings().stream()).toList();
  }
}
