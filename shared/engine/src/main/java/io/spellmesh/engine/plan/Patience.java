package io.spellmesh.engine.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * What a node's data says of time and failure.
 *
 * @param timeout how long one attempt may take; the run's usual if absent
 * @param retries how often a failed body is tried again, 0 to 10; of a loop, a Spell node or a call of a spell, how
 *                often each body in it that says nothing itself
 * @param backoff wait before the first retry, doubled for each further one
 */
public record Patience(Optional<Duration> timeout, int retries, Duration backoff) {
  public static final int MOST_RETRIES = 10;
  public static final Duration LONGEST = Duration.ofHours(1);
  static final Patience USUAL = new Patience(Optional.empty(), 0, Duration.ofSeconds(1));
}
