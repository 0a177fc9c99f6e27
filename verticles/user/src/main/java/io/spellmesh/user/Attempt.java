package io.spellmesh.user;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;

/**
 * One try at something that may be tried only so often.
 *
 * @param madeBy   what its traces are removed by, if it turns out to be rightful
 * @param counters which limits it counts against; refused if one of them is full
 * @param refusal  what a caller is told who is refused
 */
record Attempt(Buffer madeBy, List<Counter> counters, String refusal) {

  /** @param most how many attempts of the last {@code window} it holds */
  record Counter(Buffer key, int most, Duration window) {}
}
