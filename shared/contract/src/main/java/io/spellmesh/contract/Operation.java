package io.spellmesh.contract;

import java.time.Duration;
import java.util.Objects;

/**
 * Something one can ask on the bus: one address, one question, one answer.
 *
 * <p>One address per operation and never an action header, because whoever guards a bus guards it by
 * address.
 *
 * @param address  {@code spellmesh.<room>.<verb>}
 * @param question record of the request; its compact constructor refuses nonsense
 * @param answer   record of the answer
 * @param patience how long an asker waits for the answer
 * @param open     whether it may be asked without an access token
 */
public record Operation<Q, A>(
    String address, Class<Q> question, Class<A> answer, Duration patience, boolean open) {

  private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(5);

  public Operation {
    Objects.requireNonNull(question, "question is missing");
    Objects.requireNonNull(answer, "answer is missing");
    if (!address.matches("spellmesh(\\.[a-z0-9-]+){2,}") || address.length() > 200) {
      throw new IllegalArgumentException("address is '" + address
          + "', must be spellmesh.<room>.<verb> in lower case, at most 200 characters");
    }
  }

  public static <Q, A> Operation<Q, A> at(String address, Class<Q> question, Class<A> answer) {
    return new Operation<>(address, question, answer, DEFAULT_PATIENCE, false);
  }

  public Operation<Q, A> withPatience(Duration longer) {
    return new Operation<>(address, question, answer, longer, open);
  }

  /** The same operation, to be asked without a token. */
  public Operation<Q, A> asOpen() {
    return new Operation<>(address, question, answer, patience, true);
  }

  /** The same operation as one process alone answers it. */
  public Operation<Q, A> on(String processId) {
    return new Operation<>(Addresses.onProcess(processId, address), question, answer, patience, open);
  }
}
