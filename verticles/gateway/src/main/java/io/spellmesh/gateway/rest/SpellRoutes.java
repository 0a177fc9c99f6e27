package io.spellmesh.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.spell.Spells.Spell;
import io.spellmesh.gateway.HttpConfig;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Spells, their versions, and their way in and out as files. */
final class SpellRoutes {
  private static final String MISSING = "there is no spell '{id}'";
  private static final Parameter<UUID> PROJECT = Parameter.id("project", "id of a project");
  private static final Parameter<Spells.Order> ORDER = new Parameter<>("order", Spells.Order.class,
      "what is first: created or changed last; by creation if absent", SpellRoutes::order);
  private static final Parameter<String> NAME = Parameter.text("name", "a part of the name, in any case");
  /** In the query, since a name may be one that leads elsewhere in a path, such as '..'. */
  private static final Parameter<String> CALLED = Parameter.text("name",
      "an id of a spell, the id it had in the file it came from, or its exact name");

  /**
   * @param base the version the change was made on; may be given as If-Match instead
   * @param name unchanged if absent
   * @param graph unchanged if absent
   */
  record Edit(Optional<Integer> base, Optional<String> name, Optional<ObjectNode> graph) {}

  record Publication(Integer version) {}

  record Place(UUID project) {}

  private SpellRoutes() {}

  static List<Route> of(HttpConfig config) {
    return List.of(
        Route.get("/api/spells", "The caller's spells").takes(PROJECT, NAME, ORDER, Parameter.LIMIT, Parameter.AFTER)
            .answers(Spells.LIST, request -> new Spells.Some(request.query(PROJECT), request.query(NAME),
                request.query(ORDER), request.page())),
        Route.post("/api/spells", "Saves a new spell")
            .takes(Spells.NewSpell.class, config.maxSpellBody())
            .creates(Spells.CREATE, request -> request.body(Spells.NewSpell.class),
                spell -> Optional.of("/api/spells/" + spell.id())),
        Route.post("/api/spells/import", "Saves every spell of a file, in any format").takes(PROJECT)
            .takes(JsonNode.class, config.maxSpellBody())
            .creates(Spells.IMPORT, request ->
                new Spells.Import(request.body(JsonNode.class), request.query(PROJECT)),
                _ -> Optional.empty()),
        Route.get("/api/spells/{id}", "A spell in its newest version").missing(MISSING)
            .answers(Spells.GET, request -> new Spells.Which(request.id(), Optional.empty()),
                Spell.class, (_, spell) -> versioned(spell)),
        Route.put("/api/spells/{id}", "Saves a new version").missing(MISSING).heeds("If-Match")
            .takes(Edit.class, config.maxSpellBody())
            .answers(Spells.UPDATE, SpellRoutes::change, Spell.class, (_, spell) -> versioned(spell)),
        Route.put("/api/spells/{id}/project", "Puts a spell into another project")
            .missing("there is no spell '{id}', or no such project")
            .takes(Place.class, config.maxBody())
            .answers(Spells.MOVE, request ->
                new Spells.Move(request.id(), request.body(Place.class).project())),
        Route.delete("/api/spells/{id}", "Takes a spell away").missing(MISSING)
            .does(Spells.DELETE, request -> new Spells.Which(request.id(), Optional.empty())),
        Route.get("/api/spells/{id}/called", "The spell that a Spell node of this one calls by a name")
            .missing("there is no spell '{id}', or none of that name in its project").takes(CALLED)
            .answers(Spells.FIND, request -> new Spells.Reference(request.id(), request.query(CALLED)
                .orElseThrow(() -> Failure.badRequest("name is missing, must be that of the spell that is called")))),
        Route.get("/api/spells/{id}/versions", "Every version, newest first").missing(MISSING)
            .takes(Parameter.LIMIT, Parameter.AFTER)
            .answers(Spells.VERSIONS, request -> new Spells.Versions(request.id(), request.page())),
        Route.get("/api/spells/{id}/versions/{n}", "A spell in one version")
            .missing("there is no version '{n}' of a spell '{id}'")
            .answers(Spells.GET, request ->
                new Spells.Which(request.id(), Optional.of(request.number("n")))),
        Route.post("/api/spells/{id}/publish", "Publishes a version; an earlier one rolls back to it")
            .missing(MISSING)
            .takes(Publication.class, config.maxBody())
            .answers(Spells.PUBLISH, request ->
                new Spells.Publish(request.id(), request.body(Publication.class).version())),
        Route.get("/api/spells/{id}/export", "A spell as a file").missing(MISSING)
            .answers(Spells.EXPORT, request -> new Spells.Which(request.id(), Optional.empty()),
                ObjectNode.class,
                (request, exported) -> file("spell-" + request.id() + ".spell.json", exported)));
  }

  /** The name is made of the id alone: a spell's own name in a header would be a stranger's text there. */
  static Answer file(String name, Spells.Exported exported) {
    return Answer.of(200, exported.file())
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private static Answer versioned(Spell spell) {
    return Answer.of(200, spell).with("ETag", "\"" + spell.version() + "\"");
  }

  private static Spells.Change change(Request request) {
    Edit edit = request.body(Edit.class);
    Optional<Integer> matched = request.header("If-Match").map(SpellRoutes::version);
    int base = edit.base.or(() -> matched).orElseThrow(() -> Failure.badRequest(
        "base is missing, must be the version the change was made on, in the body or as If-Match"));
    if (matched.isPresent() && matched.get() != base) {
      throw Failure.badRequest("base is " + base + ", but If-Match says " + matched.get());
    }
    return new Spells.Change(request.id(), base, edit.name, edit.graph);
  }

  private static Spells.Order order(String text) {
    return Stream.of(Spells.Order.values())
        .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(text)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("created or changed"));
  }

  private static Integer version(String tag) {
    String digits = tag.strip().replaceAll("^\"|\"$", "");
    if (!digits.matches("[0-9]{1,9}")) {
      throw Failure.badRequest("If-Match is '" + Parameter.quote(tag) + "', must be a version such as \"3\"");
    }
    return Integer.parseInt(digits);
  }
}
