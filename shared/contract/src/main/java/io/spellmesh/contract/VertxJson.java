package io.spellmesh.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.function.Function;

/** Writes the JSON objects and lists of Vert.x by what they hold. */
final class VertxJson<T> extends StdSerializer<T> {
  private static final long serialVersionUID = 1L;

  private final transient Function<T, Object> held;

  VertxJson(Class<T> type, Function<T, Object> held) {
    super(type);
    this.held = held;
  }

  @Override
  public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
    provider.defaultSerializeValue(held.apply(value), json);
  }
}
