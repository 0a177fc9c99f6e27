package io.spellmesh.contract.stream;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An answer that is being made. Everything but {@link #stop} happens on the context of its {@link Streams}. */
public final class StreamedAnswer<A> {
  private final UUID ask = UUID.randomUUID();
  private final Promise<A> answer = Promise.promise();
  private final Streams streams;
  private final StreamingOperation<?, A> operation;
  private final Supplier<String> tokens;
  private final Consumer<String> pieces;
  private long heardAt = System.nanoTime();
  private long handedOn;

  StreamedAnswer(Streams streams, StreamingOperation<?, A> operation, Supplier<String> tokens,
      Consumer<String> pieces) {
    this.streams = streams;
    this.operation = operation;
    this.tokens = tokens;
    this.pieces = pieces;
  }

  /**
   * The whole. Fails as the service says; with TIMED_OUT after too long a silence; with CANCELLED if it was
   * stopped; and with what the taker of the pieces threw.
   */
  public Future<A> answer() {
    return answer.future();
  }

  /** Asks the service to make no more of it; without effect once it is answered. */
  public void stop() {
    streams.onContext(() -> giveUp(new Failure(FailureCode.CANCELLED, "it was stopped")));
  }

  UUID ask() {
    return ask;
  }

  String token() {
    return tokens.get();
  }

  boolean isOver() {
    return answer.future().isComplete();
  }

  void answered(Future<A> outcome) {
    outcome.onSuccess(answer::tryComplete).onFailure(answer::tryFail);
  }

  /** @return how long to wait before looking again; not positive if it was silent for too long */
  Duration patience() {
    return operation.silence().minusNanos(System.nanoTime() - heardAt);
  }

  void timeOut() {
    giveUp(new Failure(FailureCode.TIMED_OUT,
        "nothing was heard for " + operation.silence().toMillis() / 1000.0 + " s"));
  }

  void hear(StreamMessage message) {
    heardAt = System.nanoTime();
    // A part behind a lost one is not handed on: what was told is a beginning of the whole, always.
    if (message.text().isPresent() && message.n() == handedOn + 1) {
      handedOn++;
      try {
        pieces.accept(message.text().get());
      } catch (RuntimeException unwanted) {
        giveUp(unwanted);
      }
    }
  }

  private void giveUp(RuntimeException why) {
    if (answer.tryFail(why)) {
      streams.tellToStop(operation, this);
    }
  }
}
