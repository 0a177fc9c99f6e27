package io.spellmesh.kit.web;

import java.time.Duration;
import java.util.List;

/**
 * Section {@code egress}.
 *
 * @param allow     hosts, as {@code host} or {@code host:port}, that may be reached wherever they are
 * @param maxAnswer bytes of an answer, decoded
 * @param maxHeld   bytes of all answers under way together, in this process
 * @param time      of a request, from look-up to the end of the answer, redirects included
 */
public record EgressConfig(List<String> allow, long maxAnswer, long maxHeld, Duration time) {
  public EgressConfig {
    allow = List.copyOf(allow);
    if (maxAnswer < 1) {
      throw new IllegalArgumentException("egress.max-answer is " + maxAnswer + ", must be at least 1");
    }
    if (maxHeld < maxAnswer) {
      throw new IllegalArgumentException("egress.max-held is " + maxHeld + ", must be at least max-answer, which is "
          + maxAnswer);
    }
    if (!time.isPositive()) {
      throw new IllegalArgumentException("egress.time is " + time.toMillis() + "ms, must be more than nothing");
    }
  }
}
