package io.spellmesh.kit.operation;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.stream.StreamMessage;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** A streamed answer that is being made here. It ends early when its asker says so, or is gone. */
final class OpenAsk {
  /** One lost beat may be a member that is just joining. */
  private static final int LOST_BEATS = 2;

  private final Vertx vertx;
  private final UUID id;
  private final String address;
  private final Duration betweenBeats;
  private final Promise<Void> stopped = Promise.promise();
  private long parts;
  private int lostBeats;

  /** @param address where its asker hears */
  OpenAsk(Vertx vertx, UUID id, String address, Duration betweenBeats) {
    this.vertx = vertx;
    this.id = id;
    this.address = address;
    this.betweenBeats = betweenBeats;
  }

  /** Begins once the asker has been heard from; what is sent after that goes the same way, in order. */
  <A> Future<A> answer(Supplier<Future<A>> body) {
    return beat().compose(_ -> {
      Promise<A> outcome = Promise.promise();
      stopped.future().onComplete(_ -> outcome.tryFail(new Failure(FailureCode.CANCELLED, "it was stopped")));
      long beats = vertx.setPeriodic(betweenBeats.toMillis(), _ -> check());
      Future.succeededFuture().compose(_ -> body.get())
          .onSuccess(outcome::tryComplete).onFailure(outcome::tryFail);
      return outcome.future().onComplete(_ -> vertx.cancelTimer(beats));
    });
  }

  void send(String piece) {
    if (!stopped.future().isComplete() && !piece.isEmpty()) {
      vertx.eventBus().send(address, Wire.body(StreamMessage.part(id, ++parts, piece)));
    }
  }

  void stop() {
    stopped.tryComplete();
  }

  Future<Void> stopped() {
    return stopped.future();
  }

  private void check() {
    beat().onSuccess(_ -> lostBeats = 0).onFailure(error -> {
      lostBeats++;
      if (Failure.of(error, "").code() == FailureCode.NOT_FOUND || lostBeats == LOST_BEATS) {
        stop();
      }
    });
  }

  private Future<Void> beat() {
    DeliveryOptions options = new DeliveryOptions().setSendTimeout(betweenBeats.toMillis());
    return vertx.eventBus().request(address, Wire.body(StreamMessage.beat(id, parts)), options).mapEmpty();
  }
}
