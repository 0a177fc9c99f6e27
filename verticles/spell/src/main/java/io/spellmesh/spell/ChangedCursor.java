package io.spellmesh.spell;

import io.spellmesh.contract.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of spells by their last change ended. Times are equal for all the spells of one import, so
 * the number decides among those.
 */
record ChangedCursor(OffsetDateTime updated, long number) {
  /** Before everything there is: the first page begins here. */
  private static final ChangedCursor FIRST =
      new ChangedCursor(OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), 0);
  private static final Pattern TEXT = Pattern.compile("u([1-9][0-9]{0,16})\\.([1-9][0-9]{0,17})");
  private static final int LONGEST = 60;

  String text() {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, updated.toInstant());
    byte[] text = ("u" + micros + "." + number).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /** @throws Failure BAD_REQUEST, if this list never gave such a cursor */
  static ChangedCursor read(Optional<String> after) {
    return after.map(ChangedCursor::parsed).orElse(FIRST);
  }

  private static ChangedCursor parsed(String after) {
    Matcher text = TEXT.matcher(after.length() > LONGEST ? "" : Cursor.decoded(after));
    if (!text.matches()) {
      throw Cursor.unknown();
    }
    Instant updated = Instant.EPOCH.plus(Long.parseLong(text.group(1)), ChronoUnit.MICROS);
    return new ChangedCursor(updated.atOffset(ZoneOffset.UTC), Long.parseLong(text.group(2)));
  }
}
