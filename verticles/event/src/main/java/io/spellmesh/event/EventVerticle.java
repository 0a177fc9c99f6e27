package io.spellmesh.event;

import io.spellmesh.contract.event.Events;
import io.spellmesh.kit.Member;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** Keeps events: serves {@link Events}. */
public final class EventVerticle extends VerticleBase {
  private final Member member;

  public EventVerticle(Member member) {
    this.member = member;
  }

  @Override
  public Future<?> start() {
    EventHandler events = new EventHandler(new PgEventStore(member.database().pool()));
    return member.database().migrate("event").compose(_ -> Future.all(
        member.serving().serve(Events.STORE, events::store),
        member.serving().serve(Events.RECALL, events::recall),
        member.serving().serve(Events.DELETE, events::delete),
        member.serving().serve(Events.EMBEDDING, events::embedding)));
  }
}
