package io.spellmesh.gateway.rest;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Page;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A parameter of a route's query.
 *
 * @param type what the document says it is
 * @param reader fails with IllegalArgumentException, whose message says what would be right
 */
public record Parameter<T>(String name, Class<?> type, String description, Function<String, T> reader) {
  static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
  /** Far above any marker that a service gives out. */
  private static final int LONGEST_MARKER = 500;
  private static final int LONGEST_QUOTE = 60;

  public static final Parameter<Integer> LIMIT = new Parameter<>("limit", Integer.class,
      "how many items at most, 1 to " + Page.LARGEST, Parameter::limit);
  public static final Parameter<String> AFTER = new Parameter<>("after", String.class,
      "the next of the part before", Parameter::marker);
  public static final Parameter<Long> AFTER_EVENT = new Parameter<>("after", Long.class,
      "number of the last event that is known, 0 for none", Parameter::event);

  /** @throws Failure BAD_REQUEST */
  T read(String text) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw Failure.badRequest(name + " is '" + quote(text) + "', must be " + e.getMessage());
    }
  }

  static Parameter<UUID> id(String name, String description) {
    return new Parameter<>(name, UUID.class, description, text -> {
      if (!ID.matcher(text).matches()) {
        throw new IllegalArgumentException("a UUID");
      }
      return UUID.fromString(text);
    });
  }

  static Parameter<String> text(String name, String description) {
    return new Parameter<>(name, String.class, description, text -> {
      if (text.isEmpty() || text.length() > LONGEST_MARKER || text.indexOf('\u0000') >= 0) {
        throw new IllegalArgumentException("1 to " + LONGEST_MARKER + " characters of plain text");
      }
      return text;
    });
  }

  static String quote(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }

  private static Integer limit(String text) {
    int limit = WHOLE.matcher(text).matches() ? (int) Math.min(Long.parseLong(text), Integer.MAX_VALUE) : 0;
    if (limit < 1 || limit > Page.LARGEST) {
      throw new IllegalArgumentException("a whole number from 1 to " + Page.LARGEST);
    }
    return limit;
  }

  private static String marker(String text) {
    if (text.isEmpty() || text.length() > LONGEST_MARKER || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException("the 'next' of the part before");
    }
    return text;
  }

  private static Long event(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException("the number of an event, or 0");
    }
    return Long.parseLong(text);
  }
}
