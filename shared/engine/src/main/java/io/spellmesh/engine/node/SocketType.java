package io.spellmesh.engine.node;

import java.util.Arrays;
import java.util.Optional;

/** What travels over a socket. The saved names are those of the file formats; older ones are known too. */
public enum SocketType {
  ANY("anySocket"),
  STRING("stringSocket"),
  NUMBER("numberSocket"),
  BOOLEAN("booleanSocket"),
  ARRAY("arraySocket"),
  OBJECT("objectSocket"),
  EVENT("eventSocket"),
  AUDIO("audioSocket"),
  IMAGE("imageSocket"),
  EMBEDDING("embeddingSocket"),
  DOCUMENT("documentSocket"),
  TASK("taskSocket"),
  TRIGGER("triggerSocket");

  private final String saved;

  SocketType(String saved) {
    this.saved = saved;
  }

  public String saved() {
    return saved;
  }

  /** @param saved as a file has it; {@code numSocket} and {@code agentSocket} are older names */
  public static Optional<SocketType> fromSaved(String saved) {
    return switch (saved) {
      case "numSocket" -> Optional.of(NUMBER);
      case "agentSocket" -> Optional.of(EVENT);
      default -> Arrays.stream(values()).filter(type -> type.saved.equals(saved)).findFirst();
    };
  }
}
