package io.spellmesh.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.kit.Member;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Stands in for the spell room: answers what the runner asks of it, from memory. */
final class SpellShelf {
  private record Kept(UUID owner, Spells.Spell spell) {}

  private final Map<UUID, Kept> spells = new ConcurrentHashMap<>();

  static Future<SpellShelf> open(Member member) {
    SpellShelf shelf = new SpellShelf();
    return Future.all(
        member.serving().serve(Spells.GET, (caller, which) -> shelf.get(caller.user(), which.spell())),
        member.serving().serve(Spells.FIND, (caller, reference) -> shelf.find(caller.user(), reference)))
        .map(shelf);
  }

  UUID put(UUID owner, String name, String graph) {
    UUID id = UUID.randomUUID();
    spells.put(id, new Kept(owner, new Spells.Spell(id, UUID.randomUUID(), name, 1, Optional.empty(),
        Wire.read(graph, ObjectNode.class), Instant.EPOCH, Instant.EPOCH)));
    return id;
  }

  private Future<Spells.Spell> get(UUID user, UUID spell) {
    return Optional.ofNullable(spells.get(spell)).filter(kept -> kept.owner.equals(user))
        .map(kept -> Future.succeededFuture(kept.spell))
        .orElseGet(() -> Future.failedFuture(Failure.notFound("no spell " + spell)));
  }

  private Future<Spells.Spell> find(UUID user, Spells.Reference reference) {
    return spells.values().stream()
        .filter(kept -> kept.owner.equals(user) && (kept.spell.name().equals(reference.idOrName())
            || kept.spell.id().toString().equals(reference.idOrName())))
        .findFirst().map(kept -> Future.succeededFuture(kept.spell))
        .orElseGet(() -> Future.failedFuture(Failure.notFound("no spell " + reference.idOrName())));
  }
}
