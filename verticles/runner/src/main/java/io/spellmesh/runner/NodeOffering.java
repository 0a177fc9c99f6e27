package io.spellmesh.runner;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.node.NodeOffers;
import io.spellmesh.kit.operation.Serving;
import io.spellmesh.runner.plan.Palettes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes node types that other JVMs offer. One process is asked, and tells all of them. */
final class NodeOffering {
  private static final Logger LOG = LoggerFactory.getLogger(NodeOffering.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final Palettes palettes;

  NodeOffering(Vertx vertx, Palettes palettes) {
    this.vertx = vertx;
    this.palettes = palettes;
  }

  Future<?> serve(Serving serving) {
    vertx.setPeriodic(BETWEEN_LOOKS.toMillis(), _ -> palettes.forget(System.currentTimeMillis()));
    return Future.all(
        serving.serveSignedIn(NodeOffers.OFFER, this::offer),
        vertx.eventBus().<JsonObject>consumer(Addresses.offers(), message -> heard(message.body())).completion());
  }

  private Future<Nothing> offer(Caller caller, NodeOffers.Offer offer) {
    if (!caller.roles().contains("admin")) {
      throw new Failure(FailureCode.FORBIDDEN, "offering node types needs the role admin");
    }
    palettes.check(offer);
    // Here at once, so that who has offered finds it here.
    palettes.take(offer, System.currentTimeMillis());
    vertx.eventBus().publish(Addresses.offers(), Wire.body(offer));
    return Future.succeededFuture(Nothing.NOTHING);
  }

  private void heard(JsonObject body) {
    try {
      palettes.take(Wire.read(body, NodeOffers.Offer.class), System.currentTimeMillis());
    } catch (Failure unreadable) {
      LOG.warn("an offer of node types cannot be read, it is left out", unreadable);
    }
  }
}
