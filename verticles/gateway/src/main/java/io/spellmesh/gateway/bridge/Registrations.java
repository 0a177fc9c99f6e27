package io.spellmesh.gateway.bridge;

import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.ext.web.handler.sockjs.BridgeEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses a socket listens to. The bridge neither waits for a registration to reach the other
 * processes nor tells anybody when it has, so each is preceded by a consumer of our own that hears nothing
 * and whose completion we can wait for. What a client asks behind its registrations can then rely on them.
 */
final class Registrations {
  private static final Logger LOG = LoggerFactory.getLogger(Registrations.class);

  private final EventBus bus;
  private final int most;
  private final Map<String, MessageConsumer<Object>> preceding = new HashMap<>();
  private Future<Void> settled = Future.succeededFuture();

  Registrations(EventBus bus, int most) {
    this.bus = bus;
    this.most = most;
  }

  /** Complete once all that was asked for so far has been done. */
  Future<Void> settled() {
    return settled;
  }

  /** Lets the bridge register once the address is ours throughout the mesh; false if there are too many. */
  boolean add(String address, BridgeEvent register) {
    // The bridge counts them too, but only those that are through.
    if (!preceding.containsKey(address) && preceding.size() >= most) {
      return false;
    }
    Future<Void> known =
        preceding.computeIfAbsent(address, _ -> bus.consumer(address, _ -> { })).completion();
    settled = settled.eventually(() -> known.transform(done -> {
      register.complete(done.succeeded());
      return Future.succeededFuture();
    }));
    return true;
  }

  /** In its turn, or what was asked for first would be done last. The bridge says it up to three times. */
  void remove(String address, BridgeEvent unregister) {
    settled = settled.eventually(() -> {
      unregister.complete(true);
      MessageConsumer<Object> consumer = preceding.remove(address);
      return consumer == null ? Future.succeededFuture() : end(consumer);
    });
  }

  /** The socket is gone. */
  void end() {
    List.copyOf(preceding.values()).forEach(Registrations::end);
    preceding.clear();
  }

  private static Future<Void> end(MessageConsumer<Object> consumer) {
    return consumer.completion().eventually(consumer::unregister)
        .onFailure(error -> LOG.atWarn().addKeyValue("address", consumer.address()).setCause(error)
            .log("registration not ended"));
  }
}
