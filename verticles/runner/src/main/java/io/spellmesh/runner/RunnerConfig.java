package io.spellmesh.runner;

import io.spellmesh.engine.run.Limits;
import io.spellmesh.runner.live.Durability;
import java.time.Duration;

/**
 * Section {@code runner}.
 *
 * @param maxLiveRuns    runs under way in this process
 * @param maxOutputBytes of one run's node outputs together
 * @param nodeTimeout    for nodes that name none
 * @param maxStateBytes  of what one spell remembers of one person
 * @param durability     whether events are on disk before or after anyone sees them
 */
public record RunnerConfig(int maxLiveRuns, int maxSteps, Duration maxTime, long maxOutputBytes,
    Duration nodeTimeout, long maxStateBytes, Durability durability) {

  Limits limits() {
    return new Limits(maxSteps, maxTime, maxOutputBytes, Limits.USUAL.valueBytes(), nodeTimeout);
  }

  /** Section {@code users}, what concerns runs. @param maxOpenSpells in tabs, on this process */
  record Users(int maxOpenSpells, int maxLiveRuns, int runStartsAMinute) {}

  /** Section {@code spells}, what concerns runs. */
  record Spells(int maxNodes) {}
}
