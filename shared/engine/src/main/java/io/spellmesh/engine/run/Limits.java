package io.spellmesh.engine.run;

import java.time.Duration;

/**
 * What one run may use.
 *
 * @param steps       node runs and loop iterations, retries included
 * @param time        from its start to its end
 * @param outputBytes all node outputs together, as UTF-8 JSON, about
 * @param valueBytes  one output of one node
 * @param nodeTime    one attempt of one body that waits, where the node itself says nothing
 */
public record Limits(int steps, Duration time, long outputBytes, long valueBytes, Duration nodeTime) {
  public static final Limits USUAL =
      new Limits(10_000, Duration.ofMinutes(15), 32L << 20, 8L << 20, Duration.ofSeconds(120));
}
