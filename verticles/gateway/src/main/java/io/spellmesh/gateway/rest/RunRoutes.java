package io.spellmesh.gateway.rest;

import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.gateway.HttpConfig;
import io.spellmesh.gateway.door.Media;
import io.spellmesh.gateway.run.EventPage;
import io.spellmesh.gateway.run.RunAnswer;
import io.spellmesh.gateway.run.RunEvents;
import io.spellmesh.gateway.run.RunStart;
import java.util.List;
import java.util.UUID;

/** Runs, and the node types they are made of. */
final class RunRoutes {
  private static final String MISSING = "there is no run '{id}'";
  private static final Parameter<UUID> SPELL = Parameter.id("spell", "id of a spell");

  private RunRoutes() {}

  static List<Route> of(HttpConfig config, RunStart starts, RunEvents events) {
    return List.of(
        Route.get("/api/node-types", "Every node type there is")
            .answers(Runner.NODE_TYPES, _ -> Nothing.NOTHING),
        Route.post("/api/spells/{id}/runs", "Runs a spell and answers when the run has ended")
            .missing("there is no spell '{id}'")
            .heeds("Idempotency-Key", "Prefer")
            .takes(RunStart.RunRequest.class, config.maxBody())
            .also(202, RunAnswer.class, Media.JSON)
            .acts(Runner.START, RunAnswer.class, starts),
        Route.get("/api/runs", "The caller's runs, newest first")
            .takes(SPELL, Parameter.LIMIT, Parameter.AFTER)
            .answers(Runner.LIST, request -> new Runner.Runs(request.query(SPELL), request.page())),
        Route.get("/api/runs/{id}", "A run as it stands").missing(MISSING)
            .answers(Runner.GET, request -> new Runner.Which(request.id())),
        Route.get("/api/runs/{id}/events", "The events of a run, in parts or as they happen").missing(MISSING)
            .takes(Parameter.AFTER_EVENT, Parameter.LIMIT)
            .heeds("Last-Event-ID")
            .also(200, String.class, Media.EVENT_STREAM)
            .also(204)
            .acts(Runner.SINCE, EventPage.class, events),
        Route.post("/api/runs/{id}/cancel", "Ends a run; one that has ended stays as it is").missing(MISSING)
            .answers(Runner.CANCEL, request -> new Runner.Which(request.id())),
        Route.get("/api/runs/{id}/values/{ref}", "A value that was too large to travel in an event")
            .missing("there is no value '{ref}' of a run '{id}'")
            .answers(Runner.VALUE, request -> new Runner.ValueOf(request.id(), request.part("ref"))));
  }
}
