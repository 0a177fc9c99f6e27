package io.spellmesh.kit.config;

import java.util.Arrays;
import java.util.List;

/** The value of one key, and where it stood. */
record Setting(Value value, String origin) {

  /** As written; what it means is decided by who asks for it. */
  sealed interface Value {
    boolean isAbsent();
  }

  record Text(String text) implements Value {
    @Override
    public boolean isAbsent() {
      return text.isEmpty();
    }

    @Override
    public String toString() {
      return text;
    }
  }

  record Items(List<String> items) implements Value {
    Items {
      items = List.copyOf(items);
    }

    static Items ofCommas(String text) {
      return new Items(
          Arrays.stream(text.split(",")).map(String::strip).filter(item -> !item.isEmpty()).toList());
    }

    @Override
    public boolean isAbsent() {
      return items.isEmpty();
    }

    @Override
    public String toString() {
      return items.toString();
    }
  }
}
