package io.spellmesh.kit.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Single values as people write them. */
final class Scalars {
  private static final Pattern MEASURE = Pattern.compile("([0-9]{1,12})([A-Za-z]*)");
  private static final String TIMES = "must be a time such as 500ms, 10s, 15m, 2h or 30d";
  private static final String WHOLE = "must be a whole number, or a size such as 64KB, 32MB or 2GB";

  private Scalars() {}

  /** @throws IllegalArgumentException whose message says what would be right */
  static Object read(Class<?> type, String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("must be given");
    }
    if (type.isEnum()) {
      return choice(type, text);
    }
    return switch (type.getName()) {
      case "java.lang.String" -> text;
      case "int", "java.lang.Integer" -> whole(text, Integer.MAX_VALUE).intValue();
      case "long", "java.lang.Long" -> whole(text, Long.MAX_VALUE);
      case "double", "java.lang.Double" -> decimal(text);
      case "boolean", "java.lang.Boolean" -> flag(text);
      case "java.time.Duration" -> duration(text);
      case "java.nio.file.Path" -> Path.of(text);
      case "java.net.URI" -> URI.create(text);
      default -> throw new IllegalStateException("no setting can be a " + type.getName());
    };
  }

  private static Long whole(String text, long most) {
    Matcher parts = MEASURE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(WHOLE);
    }
    long unit = switch (parts.group(2)) {
      case "" -> 1L;
      case "KB" -> 1L << 10;
      case "MB" -> 1L << 20;
      case "GB" -> 1L << 30;
      default -> throw new IllegalArgumentException(WHOLE);
    };
    long number = Math.multiplyExact(Long.parseLong(parts.group(1)), unit);
    if (number > most) {
      throw new IllegalArgumentException("must be at most " + most);
    }
    return number;
  }

  private static Double decimal(String text) {
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a number", e);
    }
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("must be a finite number");
    }
    return number;
  }

  private static Boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  private static Duration duration(String text) {
    Matcher parts = MEASURE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(TIMES);
    }
    long number = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> throw new IllegalArgumentException(TIMES);
    };
  }

  private static Object choice(Class<?> type, String text) {
    Optional<?> chosen = Arrays.stream(type.getEnumConstants())
        .filter(constant -> written(constant).equals(text)).findFirst();
    if (chosen.isPresent()) {
      return chosen.get();
    }
    throw new IllegalArgumentException("must be " + Arrays.stream(type.getEnumConstants())
        .map(Scalars::written).collect(Collectors.joining(" or ")));
  }

  private static String written(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
