package io.spellmesh.event;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.event.Events.Embedding;
import io.spellmesh.contract.event.Events.EmbeddingOf;
import io.spellmesh.contract.event.Events.Event;
import io.spellmesh.contract.event.Events.NewEvent;
import io.spellmesh.contract.event.Events.Recall;
import io.spellmesh.contract.event.Events.Recalled;
import io.spellmesh.contract.event.Events.Which;
import io.vertx.core.Future;

/** Whose events are whose. */
final class EventHandler {
  private final PgEventStore store;

  EventHandler(PgEventStore store) {
    this.store = store;
  }

  Future<Event> store(Caller caller, NewEvent event) {
    return store.insert(caller.user(), event);
  }

  Future<Recalled> recall(Caller caller, Recall recall) {
    return (recall.near().isPresent() ? store.nearest(caller.user(), recall) : store.newest(caller.user(), recall))
        .map(Recalled::new);
  }

  Future<Nothing> delete(Caller caller, Which which) {
    return store.delete(caller.user(), which.event()).map(gone -> {
      if (!gone) {
        throw Failure.notFound("no event " + which.event());
      }
      return Nothing.NOTHING;
    });
  }

  Future<Embedding> embedding(Caller caller, EmbeddingOf of) {
    return store.embedding(caller.user(), of.content()).map(Embedding::new);
  }
}
