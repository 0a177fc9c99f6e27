/**
 * What a bot of Discord sees and does over its REST API. A voice channel is entered by a session of the gateway, which
 * no run has: an agent's connection to Discord does that.
 */
package io.spellmesh.nodes.discord;
