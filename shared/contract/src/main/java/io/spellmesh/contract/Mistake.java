package io.spellmesh.contract;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong with a spell or with what was asked of it.
 *
 * @param node    id of the node it concerns; absent if it concerns the whole
 * @param socket  key of the socket it concerns
 * @param message what was wrong, the value, and what would be right
 */
public record Mistake(Optional<String> node, Optional<String> socket, String message) {
  public Mistake {
    Objects.requireNonNull(message, "message is missing");
    node = Objects.requireNonNullElse(node, Optional.empty());
    socket = Objects.requireNonNullElse(socket, Optional.empty());
  }

  public static Mistake of(String message) {
    return new Mistake(Optional.empty(), Optional.empty(), message);
  }

  public static Mistake at(String node, String message) {
    return new Mistake(Optional.of(node), Optional.empty(), message);
  }

  public static Mistake at(String node, String socket, String message) {
    return new Mistake(Optional.of(node), Optional.of(socket), message);
  }
}
