/**
 * The voice channels that the bot of Discord is in, over a live connection to Discord's Gateway. No audio is sent
 * or received: the connection for that, which Discord calls the voice gateway, is not made.
 */
package io.spellmesh.agent.discord;
