/**
 * The agent room: keeps the tasks of agents and brings the bot of Discord into voice channels; answers
 * {@link io.spellmesh.contract.agent.Tasks} and {@link io.spellmesh.contract.agent.DiscordVoice}.
 */
package io.spellmesh.agent;
