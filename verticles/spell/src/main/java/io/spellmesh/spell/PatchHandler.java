package io.spellmesh.spell;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.spell.Spells.Patch;
import io.spellmesh.contract.spell.Spells.Spell;
import io.spellmesh.contract.spell.Spells.SpellHead;
import io.spellmesh.contract.spell.Spells.Which;
import io.vertx.core.Future;
import java.util.Optional;

/** Decides about patches: the change they come to is saved like any other. */
final class PatchHandler {
  private final SpellHandler spells;
  private final GraphRules rules;
  private final JsonWork json;

  PatchHandler(SpellHandler spells, GraphRules rules, JsonWork json) {
    this.spells = spells;
    this.rules = rules;
    this.json = json;
  }

  Future<SpellHead> patch(Caller caller, Patch patch) {
    return spells.get(caller, new Which(patch.spell(), Optional.empty()))
        .compose(spell -> spell.version() == patch.base() ? save(caller, spell, patch)
            : Future.failedFuture(SpellHandler.stale(spell.id(), spell.version(), patch.base())));
  }

  private Future<SpellHead> save(Caller caller, Spell spell, Patch patch) {
    // Never inline: a patch may be more work than its length says.
    return json.at(JsonWork.MOST_INLINE_CHARS, () -> GraphPatch.change(spell, patch, rules.mostBytes()))
        .compose(change -> spells.update(caller, change))
        .map(saved -> new SpellHead(saved.id(), saved.project(), saved.name(), saved.version(),
            saved.published(), saved.created(), saved.updated()));
  }
}
