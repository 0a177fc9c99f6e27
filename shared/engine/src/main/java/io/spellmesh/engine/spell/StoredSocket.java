package io.spellmesh.engine.spell;

import java.util.Optional;

/**
 * A socket that a node has beyond those of its type, from {@code data.inputs} or {@code data.outputs}.
 *
 * @param key        {@code socketKey}, or the name where there is none; connections mostly use it, some
 *                   the name
 * @param name       what people see, or the key where there is none
 * @param socketType as saved, such as {@code stringSocket}; any text
 * @param taskType   as saved, {@code output} or {@code option}; any text
 */
public record StoredSocket(String key, String name, Optional<String> socketType,
    Optional<String> taskType) {

  /** One sign is enough: some sockets of Wait For All say {@code output} with {@code triggerSocket}. */
  public boolean isTrigger() {
    return taskType.filter("option"::equals).isPresent()
        || socketType.filter("triggerSocket"::equals).isPresent();
  }
}
