package io.spellmesh.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailureCodecTest {
  private final FailureCodec codec = new FailureCodec();

  @Test
  void carriesEveryPart() {
    Failure failure = new Failure(FailureCode.TOO_MANY, "10 runs are live, at most 10",
        Optional.of(Duration.ofSeconds(7)), List.of(Mistake.at("12", "trigger", "is not wired")));

    Failure arrived = throughTheWire(failure, 0);

    assertEquals(failure.code(), arrived.code());
    assertEquals(failure.getMessage(), arrived.getMessage());
    assertEquals(failure.retryAfter(), arrived.retryAfter());
    assertEquals(failure.mistakes(), arrived.mistakes());
    assertEquals(429, arrived.failureCode());
  }

  @Test
  void startsWhereTheFrameSays() {
    assertEquals("no such spell", throughTheWire(Failure.notFound("no such spell"), 5).getMessage());
  }

  @Test
  void carriesHalvesOfCharacters() {
    assertEquals("name is '\ud83d'", throughTheWire(Failure.badRequest("name is '\ud83d'"), 0).getMessage());
  }

  @Test
  void mayBeRegisteredTwice() {
    Vertx vertx = Vertx.vertx();
    try {
      FailureCodec.register(vertx);
      assertDoesNotThrow(() -> FailureCodec.register(vertx));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private Failure throughTheWire(Failure failure, int position) {
    Buffer frame = Buffer.buffer(new byte[position]);
    codec.encodeToWire(frame, failure);
    return codec.decodeFromWire(position, frame);
  }
}
