package io.spellmesh.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.run.States;
import io.spellmesh.gateway.HttpConfig;
import java.util.List;

/** What spells remember of the caller. */
final class StateRoutes {
  private static final String PATH = "/api/spells/{id}/state";
  private static final String MISSING = "there is no spell '{id}'";
  /** In the query, since a path with the name '..' leads elsewhere. */
  private static final Parameter<String> NAME = Parameter.text("name", "the name of one value; all of them without it");

  private StateRoutes() {}

  static List<Route> of(HttpConfig config) {
    return List.of(
        Route.get(PATH, "What a spell remembers of the caller from run to run").missing(MISSING)
            .answers(States.GET, request -> new States.Which(request.id())),
        Route.put(PATH, "Puts one value, or an object of all, in place of what a spell remembers").missing(MISSING)
            .takes(NAME).takes(JsonNode.class, config.maxSpellBody())
            .answers(States.PUT, request ->
                new States.Put(request.id(), request.query(NAME), request.body(JsonNode.class))),
        Route.delete(PATH, "Takes one value away, or all that came since the spell was made").missing(MISSING)
            .takes(NAME).answers(States.FORGET, request -> new States.Forget(request.id(), request.query(NAME))));
  }
}
