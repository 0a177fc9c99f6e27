/**
 * The event bus for browsers and other programs: SockJS's bridge at {@code /eventbus}, and what we add to
 * it, because it lets too much through. Who may open a socket ({@code Entrance}, {@code Admission}), and which
 * requests are part of one that has no connection of its own ({@code XhrEntrance}); what a socket may say and
 * hear ({@code Bridge}, {@code Socket}), and that nobody's slow reading fills our memory ({@code Reading}).
 *
 * <p>What tabs may ask is not answered here but by the SpellManager of the same process, except for the
 * two questions that are about the socket itself ({@code SocketAnswers}).
 */
package io.spellmesh.gateway.bridge;
