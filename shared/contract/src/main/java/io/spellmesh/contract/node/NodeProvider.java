package io.spellmesh.contract.node;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Offers node types from any JVM that is a member of the bus, for as long as it is not closed. */
public final class NodeProvider {
  /** Three offers may be lost before the types are gone. */
  private static final Duration BETWEEN_OFFERS = NodeOffers.HOLDS.dividedBy(4);

  private final Vertx vertx;
  private final MeshClient mesh;
  private final NodeOffers.Offer offer;
  private final Supplier<Future<String>> accessToken;
  private final MessageConsumer<Object> bodies;
  private long timer;

  /**
   * @param accessToken a token of an admin that is good now; asked before each offer
   * @param body        runs one node; what it throws or fails with fails the node
   */
  public NodeProvider(Vertx vertx, MeshClient mesh, NodeOffers.Offer offer, Supplier<Future<String>> accessToken,
      Function<NodeOffers.Body, Future<NodeOffers.Outcome>> body) {
    this.vertx = vertx;
    this.mesh = mesh;
    this.offer = offer;
    this.accessToken = accessToken;
    bodies = vertx.eventBus().consumer(NodeOffers.BODY.on(offer.provider()).address(),
        message -> answer(message, body));
  }

  /**
   * Complete once the first offer was taken.
   *
   * @param lapse hears why a later offer was not; it is made again all the same
   */
  public Future<Nothing> open(Consumer<Throwable> lapse) {
    return bodies.completion().compose(ready -> offer()).onSuccess(taken ->
        timer = vertx.setPeriodic(BETWEEN_OFFERS.toMillis(), id -> offer().onFailure(lapse::accept)));
  }

  /** Withdraws the offer. */
  public Future<Nothing> close() {
    vertx.cancelTimer(timer);
    return ask(new NodeOffers.Offer(offer.provider(), List.of())).compose(withdrawn -> bodies.unregister()
        .map(Nothing.NOTHING));
  }

  private Future<Nothing> offer() {
    return ask(offer);
  }

  private Future<Nothing> ask(NodeOffers.Offer now) {
    return accessToken.get().compose(token -> mesh.ask(NodeOffers.OFFER, now, token));
  }

  private static void answer(Message<Object> message,
      Function<NodeOffers.Body, Future<NodeOffers.Outcome>> body) {
    run(message, body).onComplete(
        outcome -> message.reply(Wire.body(outcome)),
        // The asker is a run: whatever it was, its node fails and says so.
        error -> message.reply(error instanceof Failure ? error
            : new Failure(FailureCode.PROVIDER_FAILED, String.valueOf(error.getMessage()))));
  }

  private static Future<NodeOffers.Outcome> run(Message<Object> message,
      Function<NodeOffers.Body, Future<NodeOffers.Outcome>> body) {
    try {
      return body.apply(Wire.read((JsonObject) message.body(), NodeOffers.Body.class));
    } catch (RuntimeException wrong) {
      return Future.failedFuture(wrong);
    }
  }
}
