package io.spellmesh.contract.stream;

import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/**
 * An operation that tells its answer while it makes it. A question carries two headers more: {@link #ASK}, a
 * new UUID, and {@link #STREAM}, the {@link io.spellmesh.contract.Addresses#streamOf address} to which
 * {@link StreamMessage}s go before the answer. Without them it is asked like any operation.
 *
 * @param operation its question, and the answer with the whole
 * @param silence   how long an asker hears nothing before it gives up
 */
public record StreamingOperation<Q, A>(Operation<Q, A> operation, Duration silence) {
  /** The header with the ask's id, which nobody but the asker knows. */
  public static final String ASK = "ask";
  /** The header with the address of the asker's process: where to tell, not whom. */
  public static final String STREAM = "stream";

  /** Three beats. */
  private static final Duration DEFAULT_SILENCE = Duration.ofSeconds(15);
  /**
   * The bus wants a time by which it may forget who asked; no answer takes that long, and silence is noticed
   * long before.
   */
  private static final Duration LONGEST = Duration.ofHours(1);

  public StreamingOperation {
    Objects.requireNonNull(operation, "operation is missing");
    if (silence.isNegative() || silence.isZero()) {
      throw new IllegalArgumentException("silence is " + silence + ", must be more than nothing");
    }
  }

  /** @param address {@code spellmesh.<room>.<verb>} */
  public static <Q, A> StreamingOperation<Q, A> at(String address, Class<Q> question, Class<A> answer) {
    return new StreamingOperation<>(Operation.at(address, question, answer).withPatience(LONGEST),
        DEFAULT_SILENCE);
  }

  public StreamingOperation<Q, A> withSilence(Duration other) {
    return new StreamingOperation<>(operation, other);
  }

  /**
   * Stops an ask: {@code spellmesh.<room>.stop}. It is published with the asker's token, because any process
   * of the room may be the one that answers. Asks of others, and those that are over, are not touched.
   */
  public Operation<Stop, Nothing> stop() {
    String address = operation.address();
    return Operation.at(address.substring(0, address.lastIndexOf('.')) + ".stop", Stop.class, Nothing.class);
  }

  /** @param ask id of the ask that should end */
  public record Stop(UUID ask) {
    public Stop {
      Objects.requireNonNull(ask, "ask is missing");
    }
  }
}
