package io.spellmesh.contract.node;

import java.util.Optional;

/**
 * A socket of a node type.
 *
 * @param key  as edges name it
 * @param name as people see it
 * @param type {@code anySocket}, {@code stringSocket} …; {@code triggerSocket} for a trigger
 * @param help what it is for, in a sentence; absent where the name says it all
 */
public record SocketInfo(String key, String name, String type, boolean required, Optional<String> help) {

  /** One whose name says it all. */
  public SocketInfo(String key, String name, String type, boolean required) {
    this(key, name, type, required, Optional.empty());
  }
}
