package io.spellmesh.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/**
 * An input socket of a node type.
 *
 * @param key      as edges name it
 * @param name     as people see it
 * @param required whether the body cannot do without it; an unwired optional socket is absent
 * @param help     what it is for, in a sentence; empty where the name says it all
 * @param reading  how a value is read; lenient as the spells of old need it
 */
public record Input<T>(String key, String name, SocketType type, boolean required, String help,
    Reading<T> reading) {

  /** Reads a value of the socket's kind, or says what would be right. */
  public interface Reading<T> {
    /** @throws NodeFailure saying what the value is and what it must be */
    T read(JsonNode value);
  }

  public static Input<Void> trigger(String key) {
    return new Input<>(key, key, SocketType.TRIGGER, false, "", value -> {
      throw new IllegalStateException("a trigger has no value");
    });
  }

  /** Any value, as it is. */
  public static Input<JsonNode> any(String key) {
    return new Input<>(key, key, SocketType.ANY, false, "", value -> value);
  }

  /** Text; any other value as its JSON. */
  public static Input<String> text(String key) {
    return new Input<>(key, key, SocketType.STRING, false, "", Values::text);
  }

  /** A number, or text that is one. */
  public static Input<Double> number(String key) {
    return new Input<>(key, key, SocketType.NUMBER, false, "", Values::number);
  }

  /** A list. */
  public static Input<ArrayNode> list(String key) {
    return new Input<>(key, key, SocketType.ARRAY, false, "", Values::list);
  }

  /** An object. */
  public static Input<ObjectNode> object(String key) {
    return new Input<>(key, key, SocketType.OBJECT, false, "", Values::object);
  }

  public Input<T> named(String shown) {
    return new Input<>(key, shown, type, required, help, reading);
  }

  public Input<T> of(SocketType other) {
    return new Input<>(key, name, other, required, help, reading);
  }

  /** @param sentence what it is for, where its name does not say it all */
  public Input<T> help(String sentence) {
    return new Input<>(key, name, type, required, sentence, reading);
  }

  public Input<T> needed() {
    return new Input<>(key, name, type, true, help, reading);
  }

  /** The same, read further: what the reading refuses is the fault of this input. */
  public <R> Input<R> as(Function<? super T, ? extends R> further) {
    return new Input<>(key, name, type, required, help, value -> further.apply(reading.read(value)));
  }

  /** @throws NodeFailure that names this input, if the value is not what it wants */
  public T read(JsonNode value) {
    try {
      return reading.read(value);
    } catch (NodeFailure wrong) {
      throw wrong.at(this);
    }
  }

  /** What there is to say where a body cannot do without a value. */
  public NodeFailure missing(boolean isWired) {
    return new NodeFailure(isWired ? "needs a value, and what is wired to it gave none"
        : "needs a value, and nothing is wired to it").at(this);
  }

  public boolean isTrigger() {
    return type == SocketType.TRIGGER;
  }
}
