package io.spellmesh.kit.operation;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.stream.StreamingOperation;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The streamed answers that are being made on this process, by their asker: nobody else can end one. */
final class OpenAsks {
  private record Key(UUID user, UUID ask) {}

  private final Vertx vertx;
  private final Duration betweenBeats;
  /** Rooms of one process answer on contexts of their own. */
  private final Map<Key, OpenAsk> open = new ConcurrentHashMap<>();

  OpenAsks(Vertx vertx, Duration betweenBeats) {
    this.vertx = vertx;
    this.betweenBeats = betweenBeats;
  }

  static boolean wantsParts(Message<?> message) {
    return message.headers().contains(StreamingOperation.ASK)
        || message.headers().contains(StreamingOperation.STREAM);
  }

  /** @throws Failure BAD_REQUEST if the question does not say where to tell; CONFLICT if its id is taken */
  OpenAsk open(UUID user, Message<?> message) {
    UUID id = idOf(message);
    String address = header(message, StreamingOperation.STREAM).filter(Addresses::isStream)
        .orElseThrow(() -> Failure.badRequest("the header " + StreamingOperation.STREAM
            + " must be there once, with an address spellmesh.node.<id>.stream"));
    OpenAsk ask = new OpenAsk(vertx, id, address, betweenBeats);
    if (open.putIfAbsent(new Key(user, id), ask) != null) {
      throw Failure.conflict("ask " + id + " is being answered already");
    }
    return ask;
  }

  void close(UUID user, Message<?> message) {
    open.remove(new Key(user, idOf(message)));
  }

  void stop(UUID user, UUID ask) {
    Optional.ofNullable(open.get(new Key(user, ask))).ifPresent(OpenAsk::stop);
  }

  private static UUID idOf(Message<?> message) {
    try {
      return UUID.fromString(header(message, StreamingOperation.ASK).orElse(""));
    } catch (IllegalArgumentException none) {
      throw Failure.badRequest("the header " + StreamingOperation.ASK + " must be there once, with a UUID");
    }
  }

  private static Optional<String> header(Message<?> message, String name) {
    List<String> given = message.headers().getAll(name);
    return given.size() == 1 ? Optional.of(given.getFirst()) : Optional.empty();
  }
}
