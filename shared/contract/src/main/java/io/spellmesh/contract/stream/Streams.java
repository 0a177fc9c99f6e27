package io.spellmesh.contract.stream;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Wire;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks streaming operations for one process, which hears all their parts at one address. */
public final class Streams {
  private final Vertx vertx;
  private final MeshClient mesh;
  private final String address;
  /** Parts and answers come in here one after the other, in the order in which a service sent them. */
  private final Context context;
  private final Map<UUID, StreamedAnswer<?>> open = new HashMap<>();

  /** @param processId unique on the bus; lower-case letters, digits and dashes */
  public Streams(Vertx vertx, MeshClient mesh, String processId) {
    this.vertx = vertx;
    this.mesh = mesh;
    this.address = Addresses.streamOf(processId);
    this.context = vertx.getOrCreateContext();
  }

  /** Makes the process listen for as long as it lives; complete once parts reach it from everywhere. */
  public Future<Streams> listen() {
    return Future.future(listening -> onContext(() -> vertx.eventBus()
        .<Object>consumer(address, this::hear).completion().map(this).onComplete(listening)));
  }

  /**
   * Asks.
   *
   * @param tokens gives an access token, once to ask, and once more if the ask has to be stopped
   * @param pieces is given the parts in order and must not wait; what it throws ends the ask
   */
  public <Q, A> StreamedAnswer<A> ask(StreamingOperation<Q, A> operation, Q question, Supplier<String> tokens,
      Consumer<String> pieces) {
    StreamedAnswer<A> asked = new StreamedAnswer<>(this, operation, tokens, pieces);
    onContext(() -> begin(asked, operation, question));
    return asked;
  }

  void onContext(Runnable task) {
    context.runOnContext(here -> task.run());
  }

  private <Q, A> void begin(StreamedAnswer<A> asked, StreamingOperation<Q, A> operation, Q question) {
    if (asked.isOver()) {
      return;
    }
    open.put(asked.ask(), asked);
    asked.answer().onComplete(over -> open.remove(asked.ask()));
    watch(asked);
    mesh.ask(operation.operation(), question, asked.token(), Map.of(
            StreamingOperation.ASK, asked.ask().toString(), StreamingOperation.STREAM, address))
        .onComplete(answered -> asked.answered(answered.succeeded()
            ? Future.succeededFuture(answered.result()) : Future.failedFuture(answered.cause())));
  }

  /** Looks again when it may have been silent for too long, so that a part costs no timer. */
  private void watch(StreamedAnswer<?> asked) {
    Duration patience = asked.patience();
    if (asked.isOver()) {
      return;
    }
    if (patience.isNegative() || patience.isZero()) {
      asked.timeOut();
    } else {
      vertx.setTimer(patience.toMillis() + 1, due -> watch(asked));
    }
  }

  private void hear(Message<Object> message) {
    StreamMessage heard;
    try {
      heard = Wire.read((JsonObject) message.body(), StreamMessage.class);
    } catch (ClassCastException | Failure notOurs) {
      message.reply(Failure.badRequest("not a part and not a beat"));
      return;
    }
    StreamedAnswer<?> asked = open.get(heard.ask());
    if (asked == null) {
      message.reply(Failure.notFound("nobody listens for " + heard.ask()));
      return;
    }
    asked.hear(heard);
    message.reply(Wire.body(Nothing.NOTHING));
  }

  void tellToStop(StreamingOperation<?, ?> operation, StreamedAnswer<?> asked) {
    vertx.eventBus().publish(operation.stop().address(), Wire.body(new StreamingOperation.Stop(asked.ask())),
        new DeliveryOptions().addHeader(MeshClient.AUTHORIZATION, "Bearer " + asked.token()));
  }
}
