package io.spellmesh.engine.node;

/**
 * An output socket of a node type.
 *
 * @param key  as edges name it
 * @param name as people see it
 * @param help what it gives, in a sentence; empty where the name says it all
 */
public record Output(String key, String name, SocketType type, String help) {

  public Output(String key, String name, SocketType type) {
    this(key, name, type, "");
  }

  public static Output trigger(String key) {
    return new Output(key, key, SocketType.TRIGGER);
  }

  public static Output of(String key, SocketType type) {
    return new Output(key, key, type);
  }

  public static Output any(String key) {
    return of(key, SocketType.ANY);
  }

  public static Output text(String key) {
    return of(key, SocketType.STRING);
  }

  public Output named(String shown) {
    return new Output(key, shown, type, help);
  }

  /** @param sentence what it gives, where its name does not say it all */
  public Output help(String sentence) {
    return new Output(key, name, type, sentence);
  }

  public boolean isTrigger() {
    return type == SocketType.TRIGGER;
  }
}
