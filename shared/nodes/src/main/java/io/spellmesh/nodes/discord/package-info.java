/**
 * What a bot of Discord sees over its REST API, and where it is heard: voice channels are entered and left by the
 * agent room, which has a live connection to Discord for that.
 */
package io.spellmesh.nodes.discord;
