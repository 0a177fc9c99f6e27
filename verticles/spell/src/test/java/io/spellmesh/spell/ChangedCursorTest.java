package io.spellmesh.spell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangedCursorTest {
  private static final OffsetDateTime SAVED = OffsetDateTime.parse("2026-11-23T01:02:03.456789Z");

  @Test
  void readsWhatItWroteToTheMicrosecond() {
    ChangedCursor cursor = new ChangedCursor(SAVED, 42);

    assertEquals(cursor, ChangedCursor.read(Optional.of(cursor.text())));
  }

  @Test
  void beginsBeforeAllThereIsWhereNoneIsGiven() {
    assertTrue(ChangedCursor.read(Optional.empty()).updated().isAfter(SAVED.plusYears(1000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u", "u1", "u0.1", "u1.0", "u-1.1", "u1.1 ", "s1", "u123456789012345678.1"})
  void refusesWhatItNeverWrote(String text) {
    String after = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

    Failure refusal = assertThrows(Failure.class, () -> ChangedCursor.read(Optional.of(after)));

    assertEquals(FailureCode.BAD_REQUEST, refusal.code());
  }
}
