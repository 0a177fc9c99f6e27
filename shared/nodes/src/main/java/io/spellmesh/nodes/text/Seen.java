package io.spellmesh.nodes.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.Values;
import java.util.AbstractList;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/** JSON as a template sees it: text, numbers, true and false, fields, elements, and never a Java object. */
final class Seen {
  private Seen() {}

  /** The values at a node's sockets, by their names, else by their keys. */
  static Fields inputsOf(NodeRun run) {
    ObjectNode named = JsonNodeFactory.instance.objectNode();
    named.setAll(run.inputs());
    return new Fields(named, run::input);
  }

  /** What a template gets for a value; nothing for null. */
  static Optional<Object> of(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> Optional.of(new Fields((ObjectNode) value, name -> Optional.empty()));
      case ARRAY -> Optional.of(new Elements((ArrayNode) value));
      case BOOLEAN -> Optional.of(value.booleanValue());
      case NUMBER -> Optional.of(new Numeral(value));
      case STRING, BINARY, POJO -> Optional.of(value.asText());
      case NULL, MISSING -> Optional.empty();
    };
  }

  /** A number that shows as JSON shows it, whole ones without decimals. */
  record Numeral(JsonNode value) {
    boolean isZero() {
      return value.doubleValue() == 0;
    }

    @Override
    public String toString() {
      return Values.text(value);
    }
  }

  /**
   * An object; shows as its JSON.
   *
   * @param more fields it has besides, which are not gone through
   */
  record Fields(ObjectNode object, Function<String, Optional<JsonNode>> more) {
    Optional<Object> find(String name) {
      return Optional.ofNullable(object.get(name)).or(() -> more.apply(name)).flatMap(Seen::of);
    }

    Iterable<Map.Entry<String, JsonNode>> entries() {
      return object.properties();
    }

    @Override
    public String toString() {
      return object.toString();
    }
  }

  /** A list; shows with commas between its elements if they are simple, else as its JSON. */
  static final class Elements extends AbstractList<Object> {
    private final ArrayNode list;

    Elements(ArrayNode list) {
      this.list = list;
    }

    /** Null is nothing to see, and the library has no other nothing within lists. */
    @Override
    public Object get(int index) {
      if (index >= list.size()) {
        throw new IndexOutOfBoundsException(index);
      }
      return Seen.of(list.get(index)).orElse("");
    }

    @Override
    public int size() {
      return list.size();
    }

    @Override
    public String toString() {
      StringJoiner text = new StringJoiner(",");
      for (JsonNode element : list) {
        if (element.isContainerNode()) {
          return list.toString();
        }
        text.add(Values.text(element));
      }
      return text.toString();
    }
  }
}
