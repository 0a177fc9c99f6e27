package io.spellmesh.contract;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * A JSON object that is written already. Who passes it on takes its text; it is read when somebody looks
 * inside, and cannot be changed. On the bus it is a JSON object as any other, and the same one for all who
 * hear it in the process that sent it.
 */
public final class EncodedJson extends JsonObject {
  private final String text;

  /** @param text one JSON object; that it is one shows only when it is read */
  public EncodedJson(String text) {
    super(new Fields(text));
    this.text = text;
  }

  /** The very text it was made of. */
  @Override
  public String encode() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }

  @Override
  public Buffer toBuffer() {
    return Buffer.buffer(text);
  }

  /** Itself, since nobody can change it. */
  @Override
  public JsonObject copy() {
    return this;
  }

  private static final class Fields extends AbstractMap<String, Object> {
    private final String text;
    /** Reading it twice at the same time gives equal maps, and does no harm. */
    private volatile Map<String, Object> read = Map.of();
    private volatile boolean isRead;

    Fields(String text) {
      this.text = text;
    }

    private Map<String, Object> read() {
      if (!isRead) {
        read = Collections.unmodifiableMap(new JsonObject(text).getMap());
        isRead = true;
      }
      return read;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      return read().entrySet();
    }

    @Override
    public Object get(Object key) {
      return read().get(key);
    }

    @Override
    public boolean containsKey(Object key) {
      return read().containsKey(key);
    }
  }
}
