package io.spellmesh.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.run.Playing;
import io.spellmesh.gateway.HttpConfig;
import java.util.List;
import java.util.Optional;

/** Spells that are played without a tab, and what others post to them. */
final class PlayingRoutes {
  private static final String MISSING = "there is no spell '{id}'";

  private PlayingRoutes() {}

  static List<Route> of(HttpConfig config) {
    return List.of(
        Route.post("/api/spells/{id}/play", "Plays a spell's sources until somebody pauses it").missing(MISSING)
            .answers(Playing.PLAY, PlayingRoutes::which),
        Route.post("/api/spells/{id}/pause", "Pauses a spell's sources; runs under way go on").missing(MISSING)
            .answers(Playing.PAUSE, PlayingRoutes::which),
        Route.get("/api/spells/{id}/playing", "Whether a spell is played").missing(MISSING)
            .answers(Playing.STATE, PlayingRoutes::which),
        Route.post("/api/spells/{id}/hook", "Makes the secret by which others post to a spell, in place of any before")
            .missing(MISSING).creates(Playing.OPEN_HOOK, PlayingRoutes::which,
                hook -> Optional.of("/api/hooks/" + hook.token())),
        Route.delete("/api/spells/{id}/hook", "Takes the secret away").missing(MISSING)
            .does(Playing.CLOSE_HOOK, PlayingRoutes::which),
        Route.post("/api/hooks/{token}", "Gives something to the Webhook Streams of the spell that the secret is of")
            .open().missing("there is no such hook").takes(JsonNode.class, config.maxBody())
            .accepts(Playing.POST, request -> new Playing.Post(request.part("token"), request.body(JsonNode.class))));
  }

  private static Playing.Which which(Request request) {
    return new Playing.Which(request.id());
  }
}
