package io.spellmesh.engine.node;

/**
 * An output socket of a node type.
 *
 * @param key  as edges name it
 * @param name as people see it
 */
public record Output(String key, String name, SocketType type) {

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
    return new Output(key, shown, type);
  }

  public boolean isTrigger() {
    return type == SocketType.TRIGGER;
  }
}
