package io.spellmesh.engine.spell;

/**
 * The far end of a connection, as one side of it was saved. Nothing says that it exists.
 *
 * @param node   id of the other node
 * @param socket key of the other node's socket: of an output if this is saved at an input, and vice versa
 */
public record StoredEnd(String node, String socket) {}
