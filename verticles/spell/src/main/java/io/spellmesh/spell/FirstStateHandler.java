package io.spellmesh.spell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Caller;
import io.spellmesh.contract.spell.Spells.FirstState;
import io.spellmesh.contract.spell.Spells.Which;
import io.vertx.core.Future;
import java.util.Optional;

/** Tells what the file that a spell came from had it remember. */
final class FirstStateHandler {
  /** As the files of old call it. */
  private static final String STATE = "gameState";

  private final PgSpellStore spells;
  private final JsonWork json;

  FirstStateHandler(PgSpellStore spells, JsonWork json) {
    this.spells = spells;
    this.json = json;
  }

  /** The same for every version. */
  Future<FirstState> get(Caller caller, Which which) {
    return spells.wrapper(caller.user(), which.spell())
        .compose(found -> Unknown.unless(found, () -> Unknown.spell(which.spell())))
        .compose(json::read)
        .map(wrapper -> new FirstState(Optional.of(wrapper.path(STATE)).filter(ObjectNode.class::isInstance)
            .map(ObjectNode.class::cast)));
  }
}
