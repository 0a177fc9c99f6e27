package io.spellmesh.agent;

/**
 * How much one user may keep; {@code agent} in the configuration.
 *
 * @param maxTasks at least 1; 10000 by default
 */
public record AgentConfig(int maxTasks) {
  public AgentConfig {
    if (maxTasks < 1) {
      throw new IllegalArgumentException("agent.max-tasks is " + maxTasks + ", must be at least 1");
    }
  }
}
