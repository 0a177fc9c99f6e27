package io.spellmesh.contract;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a {@link Failure} travels between processes: a length and the JSON of its parts. */
public final class FailureCodec implements MessageCodec<Failure, Failure> {

  /** The parts of a failure on the wire. */
  record Parts(FailureCode code, String message, Optional<Long> retryAfterSeconds, List<Mistake> mistakes) {}

  /** Registers the codec; safe to call more than once. */
  public static void register(Vertx vertx) {
    try {
      vertx.eventBus().registerDefaultCodec(Failure.class, new FailureCodec());
    } catch (IllegalStateException alreadyRegistered) {
      // The bus has no way to ask first; a second registration of the same class is what was wanted.
    }
  }

  @Override
  public void encodeToWire(Buffer buffer, Failure failure) {
    byte[] json = Wire.bytes(new Parts(failure.code(), failure.getMessage(),
        failure.retryAfter().map(Duration::toSeconds), failure.mistakes()));
    buffer.appendInt(json.length).appendBytes(json);
  }

  @Override
  public Failure decodeFromWire(int position, Buffer buffer) {
    int length = buffer.getInt(position);
    Parts parts = Wire.read(buffer.getBytes(position + 4, position + 4 + length), Parts.class);
    return new Failure(parts.code(), parts.message(), parts.retryAfterSeconds().map(Duration::ofSeconds),
        parts.mistakes());
  }

  @Override
  public Failure transform(Failure failure) {
    return failure;
  }

  @Override
  public String name() {
    return "spellmesh.failure";
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
