package io.spellmesh.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An input socket of a node type.
 *
 * @param key      as edges name it
 * @param name     as people see it
 * @param required whether the body cannot do without it; an unwired optional socket is absent
 * @param reading  how a value is read; lenient as the spells of old need it
 */
public record Input<T>(String key, String name, SocketType type, boolean required, Reading<T> reading) {

  /** Reads a value of the socket's kind, or says what would be right. */
  public interface Reading<T> {
    /** @throws NodeFailure saying what the value is and what it must be */
    T read(JsonNode value);
  }

  public static Input<Void> trigger(String key) {
    return new Input<>(key, key, SocketType.TRIGGER, false, value -> {
      throw new IllegalStateException("a trigger has no value");
    });
  }

  /** Any value, as it is. */
  public static Input<JsonNode> any(String key) {
    return new Input<>(key, key, SocketType.ANY, false, value -> value);
  }

  /** Text; any other value as its JSON. */
  public static Input<String> text(String key) {
    return new Input<>(key, key, SocketType.STRING, false, Values::text);
  }

  /** A number, or text that is one. */
  public static Input<Double> number(String key) {
    return new Input<>(key, key, SocketType.NUMBER, false, Values::number);
  }

  /** A list. */
  public static Input<ArrayNode> list(String key) {
    return new Input<>(key, key, SocketType.ARRAY, false, Values::list);
  }

  /** An object. */
  public static Input<ObjectNode> object(String key) {
    return new Input<>(key, key, SocketType.OBJECT, false, Values::object);
  }

  public Input<T> named(String shown) {
    return new Input<>(key, shown, type, required, reading);
  }

  public Input<T> of(SocketType other) {
    return new Input<>(key, name, other, required, reading);
  }

  public Input<T> needed() {
    return new Input<>(key, name, type, true, reading);
  }

  public boolean isTrigger() {
    return type == SocketType.TRIGGER;
  }
}
