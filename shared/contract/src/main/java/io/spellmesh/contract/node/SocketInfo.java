package io.spellmesh.contract.node;

/**
 * A socket of a node type.
 *
 * @param key  as edges name it
 * @param name as people see it
 * @param type {@code anySocket}, {@code stringSocket} …; {@code triggerSocket} for a trigger
 */
public record SocketInfo(String key, String name, String type, boolean required) {}
