package io.spellmesh.runner;

import io.spellmesh.engine.run.Limits;
import java.time.Duration;

/**
 * Section {@code runner}.
 *
 * @param maxLiveRuns    runs under way in this process
 * @param maxOutputBytes of one run's node outputs together
 * @param nodeTimeout    for nodes that name none
 */
public record RunnerConfig(int maxLiveRuns, int maxSteps, Duration maxTime, long maxOutputBytes,
    Duration nodeTimeout) {

  Limits limits() {
    return new Limits(maxSteps, maxTime, maxOutputBytes, Limits.USUAL.valueBytes(), nodeTimeout);
  }

  /** Section {@code users}, what concerns runs. */
  record Users(int maxLiveRuns, int runStartsAMinute) {}
}
