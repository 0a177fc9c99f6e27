package io.spellmesh.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times as {@code 2026-11-22T10:00:00.000Z}: UTC, always milliseconds. The events of one millisecond
 * share one text, because formatting costs more than the rest of an event.
 */
public final class InstantText extends StdScalarSerializer<Instant> {
  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private record Last(long millis, String text) {}

  private static volatile Last last = new Last(0, FORMAT.format(Instant.EPOCH));

  InstantText() {
    super(Instant.class);
  }

  @Override
  public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
    json.writeString(of(value));
  }

  /** The text of a time, without quotes. */
  public static String of(Instant value) {
    long millis = value.toEpochMilli();
    Last known = last;
    if (known.millis != millis) {
      known = new Last(millis, FORMAT.format(value));
      last = known;
    }
    return known.text;
  }
}
