package io.spellmesh.spell;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.spell.Spells.Change;
import io.spellmesh.contract.spell.Spells.Move;
import io.spellmesh.contract.spell.Spells.NewSpell;
import io.spellmesh.contract.spell.Spells.Order;
import io.spellmesh.contract.spell.Spells.Reference;
import io.spellmesh.contract.spell.Spells.Some;
import io.spellmesh.contract.spell.Spells.Spell;
import io.spellmesh.contract.spell.Spells.SpellHead;
import io.spellmesh.contract.spell.Spells.SpellPage;
import io.spellmesh.contract.spell.Spells.Which;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Decides about spells. */
final class SpellHandler {
  // UUID.fromString takes 1-1-1-1-1 as well, which may be somebody's name for a spell.
  private static final Pattern OUR_ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final ProjectHandler projects;
  private final PgSpellStore spells;
  private final PgVersionStore versions;
  private final GraphRules rules;
  private final JsonWork json;
  private final SpellNews news;

  SpellHandler(ProjectHandler projects, PgSpellStore spells, PgVersionStore versions, GraphRules rules,
      JsonWork json, SpellNews news) {
    this.projects = projects;
    this.spells = spells;
    this.versions = versions;
    this.rules = rules;
    this.json = json;
    this.news = news;
  }

  Future<Spell> create(Caller caller, NewSpell spell) {
    return json.on(spell.graph(), () -> rules.graphText(spell.graph()))
        .compose(graph -> projects.place(caller.user(), spell.project())
            .compose(project -> insert(caller.user(), project, Draft.drawn(spell.name(), graph))))
        .onSuccess(head -> news.changed(caller.user(), head))
        .map(head -> new Stored(head, "").with(spell.graph()));
  }

  private Future<SpellHead> insert(UUID owner, UUID project, Draft draft) {
    return spells.insert(owner, project, List.of(draft))
        .compose(saved -> Unknown.unless(saved.stream().findFirst(), () -> Unknown.project(project)));
  }

  Future<Spell> get(Caller caller, Which which) {
    return which.version().map(version -> spells.at(caller.user(), which.spell(), version))
        .orElseGet(() -> spells.newest(caller.user(), which.spell()))
        .compose(found -> found.map(Future::succeededFuture).orElseGet(() -> refuse(caller, which)))
        .compose(this::parsed);
  }

  Future<SpellPage> list(Caller caller, Some some) {
    return slice(caller.user(), some)
        .compose(slice -> slice.items().isEmpty() && some.project().isPresent()
            ? projects.require(caller.user(), some.project().get()).map(slice)
            : Future.succeededFuture(slice))
        .map(slice -> new SpellPage(slice.items(), slice.next()));
  }

  private Future<Slice<SpellHead>> slice(UUID owner, Some some) {
    String name = some.name().orElse("");
    Page page = some.page();
    return switch (some.order().orElse(Order.CREATED)) {
      case CREATED -> spells.list(owner, some.project(), name,
          Cursor.SPELLS.read(page.after(), Long.MAX_VALUE), page.size());
      case CHANGED -> spells.listByChange(owner, some.project(), name,
          ChangedCursor.read(page.after()), page.size());
    };
  }

  Future<SpellHead> move(Caller caller, Move move) {
    return spells.move(caller.user(), move.spell(), move.project())
        .compose(moved -> moved.map(Future::succeededFuture).orElseGet(() -> refuse(caller, move)))
        .onSuccess(head -> news.changed(caller.user(), head));
  }

  Future<Spell> update(Caller caller, Change change) {
    return text(change)
        .compose(text -> versions.save(caller.user(), change.spell(), change.base(), change.name(), text))
        .compose(saved -> saved.map(Future::succeededFuture).orElseGet(() -> refuse(caller, change)))
        .compose(saved -> change.graph().map(graph -> Future.succeededFuture(saved.with(graph)))
            .orElseGet(() -> parsed(saved)))
        .onSuccess(spell -> news.changed(caller.user(), spell));
  }

  Future<Nothing> delete(Caller caller, Which which) {
    if (which.version().isPresent()) {
      return Future.failedFuture(Failure.badRequest(
          "one version cannot be deleted, only the spell with all of them: leave 'version' out"));
    }
    return spells.delete(caller.user(), which.spell()).compose(gone -> gone
            ? Future.succeededFuture(Nothing.NOTHING) : Future.failedFuture(Unknown.spell(which.spell())))
        .onSuccess(_ -> news.gone(caller.user(), which.spell()));
  }

  Future<Spell> find(Caller caller, Reference reference) {
    Optional<UUID> id =
        Optional.of(reference.idOrName()).filter(OUR_ID.asMatchPredicate()).map(UUID::fromString);
    return spells.find(caller.user(), reference.within(), reference.idOrName(), id)
        .compose(found -> found.map(Future::succeededFuture).orElseGet(() -> refuse(caller, reference)))
        .compose(this::parsed);
  }

  private Future<Spell> parsed(Stored stored) {
    return json.read(stored.graph()).map(stored::with);
  }

  private Future<Optional<String>> text(Change change) {
    return change.graph().map(graph -> json.on(graph, () -> Optional.of(rules.graphText(graph))))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private Future<Stored> refuse(Caller caller, Which which) {
    return newestVersion(caller, which.spell()).compose(newest -> Future.failedFuture(
        Unknown.version(which.spell(), which.version().orElse(newest), newest)));
  }

  private Future<SpellHead> refuse(Caller caller, Move move) {
    return newestVersion(caller, move.spell())
        .compose(_ -> Future.failedFuture(Unknown.project(move.project())));
  }

  private Future<Stored> refuse(Caller caller, Change change) {
    return newestVersion(caller, change.spell())
        .compose(newest -> Future.failedFuture(stale(change.spell(), newest, change.base())));
  }

  static Failure stale(UUID spell, int newest, int base) {
    return Failure.conflict("spell " + spell + " is at version " + newest + ", the change was made on version "
        + base + ": read it again and change that");
  }

  private Future<Stored> refuse(Caller caller, Reference reference) {
    return newestVersion(caller, reference.within()).compose(_ -> Future.failedFuture(
        Failure.notFound("no spell '" + Excerpt.of(reference.idOrName()) + "' in the project of spell "
            + reference.within())));
  }

  private Future<Integer> newestVersion(Caller caller, UUID spell) {
    return versions.newest(caller.user(), spell)
        .compose(found -> Unknown.unless(found, () -> Unknown.spell(spell)));
  }
}
