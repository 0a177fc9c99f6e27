package io.spellmesh.nodes.time;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;

/** A moment as values have it: ISO 8601 text, with or without a zone, or milliseconds since 1970. */
final class Moment {
  /** Beyond these years neither people's calendars nor other programs' dates go. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private static final Pattern MILLISECONDS = Pattern.compile("-?[0-9]{9,15}");

  private Moment() {}

  /** @param zone of a text that names none. @throws NodeFailure if it is no moment */
  static Instant of(JsonNode value, ZoneId zone) {
    if (value.isNumber()) {
      return within(() -> Instant.ofEpochMilli(Math.round(value.doubleValue())), value);
    }
    String text = Values.text(value).strip();
    if (MILLISECONDS.matcher(text).matches()) {
      return within(() -> Instant.ofEpochMilli(Long.parseLong(text)), value);
    }
    return within(() -> parsed(text, zone), value);
  }

  private static Instant parsed(String text, ZoneId zone) {
    String whole = text.length() == "2026-11-22".length() ? text + "T00:00:00" : text;
    return DateTimeFormatter.ISO_DATE_TIME.withZone(zone).parse(whole, Instant::from);
  }

  private static Instant within(Supplier<Instant> reading, JsonNode value) {
    try {
      Instant moment = reading.get();
      if (!moment.isBefore(FIRST) && !moment.isAfter(LAST)) {
        return moment;
      }
    } catch (DateTimeException | ArithmeticException noMoment) {
      // Said below.
    }
    String shown = value.toString();
    throw new NodeFailure("got " + (shown.length() <= 60 ? shown : shown.substring(0, 60) + "…")
        + ", needs a time such as 2026-11-22T10:00:00Z, or milliseconds since 1970");
  }

  /** @throws NodeFailure if there is no such zone */
  static ZoneId zone(String name) {
    try {
      return ZoneId.of(name.strip());
    } catch (DateTimeException unknown) {
      throw new NodeFailure("'" + name + "' is no time zone; there are UTC, Europe/Berlin, +02:00 and so on");
    }
  }

  /** @throws NodeFailure if it lies beyond the year 9999, or before the year 1 */
  static Instant checked(Instant moment) {
    if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
      throw new NodeFailure("the time lies outside of the years 1 to 9999");
    }
    return moment;
  }
}
