package io.spellmesh.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.kit.Member;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for the spell room: answers what the runner asks of it, from memory. */
final class SpellShelf {
  /** @param versions in order, from 1 */
  private record Kept(UUID owner, List<Spells.Spell> versions) {
    Spells.Spell newest() {
      return versions.getLast();
    }
  }

  private final Map<UUID, Kept> spells = new ConcurrentHashMap<>();
  private volatile Optional<Failure> away = Optional.empty();

  static Future<SpellShelf> open(Member member) {
    SpellShelf shelf = new SpellShelf();
    return Future.all(List.of(
        member.serving().serve(Spells.GET, (caller, which) -> shelf.get(caller.user(), which)),
        member.serving().serve(Spells.FIRST_STATE, (caller, which) -> shelf.firstState(caller.user(), which)),
        member.serving().serve(Spells.PATCH, (caller, patch) -> shelf.patch(caller.user(), patch)),
        member.serving().serve(Spells.VERSIONS, (caller, of) -> shelf.versions(caller.user(), of)),
        member.serving().serve(Spells.FIND, (caller, reference) -> shelf.find(caller.user(), reference))))
        .map(shelf);
  }

  UUID put(UUID owner, String name, String graph) {
    UUID id = UUID.randomUUID();
    spells.put(id, new Kept(owner, new CopyOnWriteArrayList<>(List.of(version(id, name, 1,
        Wire.read(graph, ObjectNode.class))))));
    return id;
  }

  void take(UUID spell) {
    spells.remove(spell);
  }

  /** From now on it cannot say which versions there are. */
  void fail(Failure why) {
    away = Optional.of(why);
  }

  private static Spells.Spell version(UUID id, String name, int version, ObjectNode graph) {
    return new Spells.Spell(id, UUID.randomUUID(), name, version, Optional.empty(), graph, Instant.EPOCH,
        Instant.EPOCH);
  }

  /** As a file says that names a first state beside its graph; here it is in the graph. */
  private Future<Spells.FirstState> firstState(UUID user, Spells.Which which) {
    return Future.succeededFuture(new Spells.FirstState(
        Optional.ofNullable((ObjectNode) kept(user, which.spell()).newest().graph().get("gameState"))));
  }

  private Kept kept(UUID user, UUID spell) {
    return Optional.ofNullable(spells.get(spell)).filter(kept -> kept.owner.equals(user))
        .orElseThrow(() -> Failure.notFound("no spell " + spell));
  }

  private Future<Spells.Spell> get(UUID user, Spells.Which which) {
    Kept kept = kept(user, which.spell());
    return Future.succeededFuture(which.version().map(version -> kept.versions.get(version - 1))
        .orElseGet(kept::newest));
  }

  /** An empty page, of a spell that is there. */
  private Future<Spells.VersionPage> versions(UUID user, Spells.Versions of) {
    away.ifPresent(why -> {
      throw why;
    });
    kept(user, of.spell());
    return Future.succeededFuture(new Spells.VersionPage(List.of(), Optional.empty()));
  }

  /** Knows one kind of patch: a single operation that replaces the graph. */
  private Future<Spells.SpellHead> patch(UUID user, Spells.Patch patch) {
    Kept kept = kept(user, patch.spell());
    Spells.Spell base = kept.newest();
    if (base.version() != patch.base()) {
      return Future.failedFuture(Failure.conflict("the newest version is " + base.version()));
    }
    Spells.Spell next = version(base.id(), base.name(), base.version() + 1,
        (ObjectNode) patch.patch().get(0).get("value"));
    kept.versions.add(next);
    return Future.succeededFuture(new Spells.SpellHead(next.id(), next.project(), next.name(), next.version(),
        Optional.empty(), Instant.EPOCH, Instant.EPOCH));
  }

  private Future<Spells.Spell> find(UUID user, Spells.Reference reference) {
    return spells.values().stream()
        .filter(kept -> kept.owner.equals(user) && (kept.newest().name().equals(reference.idOrName())
            || kept.newest().id().toString().equals(reference.idOrName())))
        .findFirst().map(kept -> Future.succeededFuture(kept.newest()))
        .orElseGet(() -> Future.failedFuture(Failure.notFound("no spell " + reference.idOrName())));
  }
}
