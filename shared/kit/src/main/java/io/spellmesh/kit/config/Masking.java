package io.spellmesh.kit.config;

import java.util.regex.Pattern;

/** How values are shown in logs and messages: secrets as stars. */
final class Masking {
  private static final String STARS = "***";
  private static final Pattern SECRET = Pattern.compile("(.*[.-])?(key|secret|password|token)");
  /** The password in {@code postgresql://user:password@host/} and in {@code ?password=}. */
  private static final Pattern IN_URL =
      Pattern.compile("(?<=://[^/@:]{0,200}:).+(?=@)|(?<=[?&]password=)[^&]+");

  private Masking() {}

  static String show(String key, Setting.Value value) {
    if (value.isAbsent()) {
      return value.toString();
    }
    return SECRET.matcher(key).matches() ? STARS : IN_URL.matcher(value.toString()).replaceAll(STARS);
  }

  static String quoted(String key, Setting.Value value) {
    return value.isAbsent() ? "empty" : "'" + show(key, value) + "'";
  }
}
