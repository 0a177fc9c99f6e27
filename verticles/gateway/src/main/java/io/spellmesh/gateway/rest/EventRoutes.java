package io.spellmesh.gateway.rest;

import io.spellmesh.contract.event.Events;
import io.spellmesh.contract.event.Events.Place;
import io.spellmesh.contract.event.Events.Recall;
import io.spellmesh.gateway.HttpConfig;
import java.util.List;
import java.util.Optional;

/** What was said and done. */
final class EventRoutes {
  private static final Parameter<String> TYPE = Parameter.text("type", "what kind of event");
  private static final Parameter<String> SENDER = Parameter.text("sender", "who said or did it");
  private static final Parameter<String> OBSERVER = Parameter.text("observer", "to whom");
  private static final Parameter<String> CLIENT = Parameter.text("client", "through what program");
  private static final Parameter<String> CHANNEL = Parameter.text("channel", "where in that program");

  private EventRoutes() {}

  static List<Route> of(HttpConfig config) {
    return List.of(
        Route.get("/api/events", "The newest events that fit, the oldest of them first")
            .takes(TYPE, SENDER, OBSERVER, CLIENT, CHANNEL, Parameter.LIMIT)
            .answers(Events.RECALL, EventRoutes::fitting),
        Route.post("/api/events", "Keeps an event")
            .takes(Events.NewEvent.class, config.maxBody())
            .creates(Events.STORE, request -> request.body(Events.NewEvent.class), _ -> Optional.empty()),
        Route.post("/api/events/recall", "Events by all that they have, by time, or by nearness")
            .takes(Recall.class, config.maxBody())
            .answers(Events.RECALL, request -> request.body(Recall.class)),
        Route.delete("/api/events/{id}", "Forgets an event").missing("there is no event '{id}'")
            .does(Events.DELETE, request -> new Events.Which(request.id())));
  }

  private static Recall fitting(Request request) {
    Place place = new Place(request.query(TYPE), request.query(SENDER), request.query(OBSERVER),
        request.query(CLIENT), request.query(CHANNEL), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty());
    return new Recall(Optional.of(place), Optional.empty(), Optional.empty(), Optional.empty(),
        request.query(Parameter.LIMIT));
  }
}
