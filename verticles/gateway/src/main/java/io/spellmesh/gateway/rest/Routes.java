package io.spellmesh.gateway.rest;

import io.spellmesh.contract.stream.Streams;
import io.spellmesh.gateway.HttpConfig;
import io.spellmesh.gateway.run.RunEvents;
import io.spellmesh.gateway.run.RunStart;
import java.util.List;
import java.util.stream.Stream;

/** The whole table, in the order of the document. */
public final class Routes {
  private Routes() {}

  public static List<Route> of(HttpConfig config, RunStart starts, RunEvents events, Streams streams) {
    return Stream.of(AuthRoutes.of(config), ProjectRoutes.of(config), SpellRoutes.of(config),
        RunRoutes.of(config, starts, events), PlayingRoutes.of(config), StateRoutes.of(config),
        CompletionRoutes.of(config, streams), EventRoutes.of(config),
        DocumentRoutes.of(config), TaskRoutes.of(config), HuggingFaceRoutes.of(config)).flatMap(List::stream).toList();
  }
}
