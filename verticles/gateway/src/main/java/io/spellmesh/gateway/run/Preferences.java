package io.spellmesh.gateway.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the header Prefer says of waiting. What is not understood is passed over, as the standard has it.
 *
 * @param async    whether the answer may come before the end
 * @param patience how long to wait for the end; absent if not said
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7240">RFC 7240</a>
 */
record Preferences(boolean async, Optional<Duration> patience) {
  private static final Duration USUAL = Duration.ofSeconds(60);
  /** As long as a run may take. */
  private static final Duration LONGEST = Duration.ofSeconds(900);

  static Preferences of(List<String> headers) {
    boolean async = false;
    Optional<Duration> patience = Optional.empty();
    for (String preference : String.join(",", headers).split(",")) {
      String[] parts = preference.split(";", 2)[0].toLowerCase(Locale.ROOT).split("=", 2);
      String name = parts[0].strip();
      if (name.equals("respond-async")) {
        async = true;
      } else if (name.equals("wait") && parts.length == 2 && patience.isEmpty()) {
        // The first one counts.
        patience = seconds(parts[1].strip().replace("\"", ""));
      }
    }
    return new Preferences(async, patience);
  }

  Duration patienceOrUsual() {
    return patience.orElse(USUAL);
  }

  /** What was heeded, for the header Preference-Applied; empty if nothing was asked for. */
  Optional<String> applied() {
    return async ? Optional.of("respond-async") : patience.map(time -> "wait=" + time.toSeconds());
  }

  private static Optional<Duration> seconds(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      return Optional.empty();
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(text));
    return Optional.of(asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
  }
}
