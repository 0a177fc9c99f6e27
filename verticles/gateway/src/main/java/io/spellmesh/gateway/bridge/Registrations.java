package io.spellmesh.gateway.bridge;

import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses a socket listens to. The bridge's own registrations neither wait until the other processes
 * know of them nor tell anybody when they do, so these are ours: what a client asks behind its
 * registrations can rely on them.
 */
final class Registrations {
  private static final Logger LOG = LoggerFactory.getLogger(Registrations.class);

  private final EventBus bus;
  private final int most;
  private final Ear ear;
  private final Map<String, MessageConsumer<Object>> consumers = new HashMap<>();
  private Future<Void> settled = Future.succeededFuture();

  /** Hears what is said. */
  @FunctionalInterface
  interface Ear {
    /** @param beginning of the message's envelope */
    void hear(String address, String beginning, Object body);
  }

  Registrations(EventBus bus, int most, Ear ear) {
    this.bus = bus;
    this.most = most;
    this.ear = ear;
  }

  /** Complete once all that was asked for so far has been done. */
  Future<Void> settled() {
    return settled;
  }

  boolean holds(String address) {
    return consumers.containsKey(address);
  }

  boolean isFull() {
    return consumers.size() >= most;
  }

  /** Listens to an address that it does not hold. @param failed called if it cannot */
  void add(String address, Runnable failed) {
    MessageConsumer<Object> consumer = bus.consumer(address);
    String beginning = Envelope.beginning(address);
    consumer.handler(message -> {
      // One that was left may still hear something until the mesh has forgotten it.
      if (consumers.get(address) == consumer) {
        ear.hear(address, beginning, message.body());
      }
    });
    consumers.put(address, consumer);
    Future<Void> known = consumer.completion().onFailure(_ -> {
      consumers.remove(address, consumer);
      failed.run();
    });
    settled = settled.eventually(() -> known);
  }

  /** Hears nothing more of it. The bridge says so up to three times. */
  void remove(String address) {
    Optional.ofNullable(consumers.remove(address)).ifPresent(consumer -> {
      Future<Void> ended = end(consumer);
      settled = settled.eventually(() -> ended);
    });
  }

  /** The socket is gone. */
  void end() {
    List.copyOf(consumers.values()).forEach(Registrations::end);
    consumers.clear();
  }

  private static Future<Void> end(MessageConsumer<Object> consumer) {
    return consumer.completion().eventually(consumer::unregister)
        .onFailure(error -> LOG.atWarn().addKeyValue("address", consumer.address()).setCause(error)
            .log("registration not ended"));
  }
}
