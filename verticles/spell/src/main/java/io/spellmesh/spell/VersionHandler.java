package io.spellmesh.spell;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.spell.Spells.Publish;
import io.spellmesh.contract.spell.Spells.SpellHead;
import io.spellmesh.contract.spell.Spells.VersionPage;
import io.spellmesh.contract.spell.Spells.Versions;
import io.vertx.core.Future;
import java.util.UUID;

/** Decides about the versions a spell has had. */
final class VersionHandler {
  private final PgVersionStore versions;

  VersionHandler(PgVersionStore versions) {
    this.versions = versions;
  }

  Future<VersionPage> list(Caller caller, Versions of) {
    long before = Cursor.VERSIONS.read(of.page().after(), Long.MAX_VALUE);
    // The newest is asked for first, because a page of no versions may be the end or another user's spell.
    return newest(caller, of.spell())
        .compose(_ -> versions.list(caller.user(), of.spell(), before, of.page().size()))
        .map(slice -> new VersionPage(slice.items(), slice.next()));
  }

  Future<SpellHead> publish(Caller caller, Publish publish) {
    return versions.publish(caller.user(), publish.spell(), publish.version())
        .compose(found -> found.map(Future::succeededFuture).orElseGet(() -> refuse(caller, publish)));
  }

  private Future<SpellHead> refuse(Caller caller, Publish publish) {
    return newest(caller, publish.spell()).compose(newest -> Future.failedFuture(
        Unknown.version(publish.spell(), publish.version(), newest)));
  }

  private Future<Integer> newest(Caller caller, UUID spell) {
    return versions.newest(caller.user(), spell)
        .compose(found -> Unknown.unless(found, () -> Unknown.spell(spell)));
  }
}
