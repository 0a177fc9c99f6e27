package io.spellmesh.agent;

import io.spellmesh.contract.agent.DiscordVoice;
import java.time.Duration;

/**
 * What the room does for one user at most; {@code agent} in the configuration.
 *
 * @param maxTasks  that one user may keep, at least 1; 10000 by default
 * @param voiceWait for Discord to let the bot into a voice channel, less than an asker's patience; 15 s by default
 */
public record AgentConfig(int maxTasks, Duration voiceWait) {
  public AgentConfig {
    if (maxTasks < 1) {
      throw new IllegalArgumentException("agent.max-tasks is " + maxTasks + ", must be at least 1");
    }
    Duration patience = DiscordVoice.MOVE.patience();
    if (!voiceWait.isPositive() || voiceWait.compareTo(patience) >= 0) {
      throw new IllegalArgumentException("agent.voice-wait is " + voiceWait.toMillis()
          + "ms, must be more than nothing and less than " + patience.toSeconds() + "s");
    }
  }
}
