package io.spellmesh.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What JSON a Java type is written as, in a person's words. */
final class Wanted {
  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, long.class, short.class, Integer.class, Long.class, Short.class);

  private Wanted() {}

  static String of(Class<?> type) {
    if (type == null || type == JsonNode.class) {
      return "a value of another type";
    }
    if (type == String.class) {
      return "a string";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (WHOLE.contains(type)) {
      return "a whole number";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a number";
    }
    if (type == UUID.class) {
      return "a UUID";
    }
    if (type == Instant.class) {
      return "a time such as 2026-11-22T10:00:00.000Z";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants()).map(Wanted::written)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return isList(type) ? "a list" : "an object";
  }

  private static boolean isList(Class<?> type) {
    return Collection.class.isAssignableFrom(type) || type.isArray()
        || type == ArrayNode.class;
  }

  private static String written(Object constant) {
    return Wire.text(constant).replace("\"", "");
  }
}
