/** The agent room: keeps the tasks of agents, and answers {@link io.spellmesh.contract.agent.Tasks}. */
package io.spellmesh.agent;
