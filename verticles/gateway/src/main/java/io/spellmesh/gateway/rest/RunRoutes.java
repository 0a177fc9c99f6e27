package io.spellmesh.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.gateway.HttpConfig;
import io.spellmesh.gateway.door.Media;
import io.spellmesh.gateway.run.EventPage;
import io.spellmesh.gateway.run.RunAnswer;
import io.spellmesh.gateway.run.RunEvents;
import io.spellmesh.gateway.run.RunStart;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Runs, and the node types they are made of. */
final class RunRoutes {
  private static final String MISSING = "there is no run '{id}'";
  private static final Parameter<UUID> SPELL = Parameter.id("spell", "id of a spell");

  /** @param step which of the run's steps, as its node.waiting named it */
  record PersonsAnswer(String step, JsonNode value) {
    PersonsAnswer {
      Objects.requireNonNull(step, "step is missing, must be the step that waits");
      if (value == null || value.isNull()) {
        throw new IllegalArgumentException("value is missing, must be what the person answers");
      }
    }
  }

  /** @param again steps that are to run again although that may do harm */
  record Resumption(Optional<List<String>> again) {}

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
        Route.post("/api/runs/{id}/answers", "Answers a step that waits for a person")
            .missing("there is no run '{id}' with such a step that waits")
            .takes(PersonsAnswer.class, config.maxBody())
            .answers(Runner.ANSWER, request -> {
              PersonsAnswer said = request.body(PersonsAnswer.class);
              return new Runner.Answer(request.id(), said.step(), said.value());
            }),
        Route.post("/api/runs/{id}/resume", "Goes on with a run that was interrupted").missing(MISSING)
            .takes(Resumption.class, config.maxBody())
            .answers(Runner.RESUME, request ->
                new Runner.Resume(request.id(), request.body(Resumption.class).again())),
        Route.get("/api/runs/{id}/values/{ref}", "A value that was too large to travel in an event")
            .missing("there is no value '{ref}' of a run '{id}'")
            .answers(Runner.VALUE, request -> new Runner.ValueOf(request.id(), request.part("ref"))));
  }
}
