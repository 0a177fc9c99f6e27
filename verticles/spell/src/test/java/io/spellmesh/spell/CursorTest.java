package io.spellmesh.spell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 42, 999_999_999_999_999_999L})
  void readsWhatItWrote(long number) {
    assertEquals(number, Cursor.SPELLS.read(Optional.of(Cursor.SPELLS.after(number)), 7));
  }

  @Test
  void beginsAtTheFirstWhereNoneIsGiven() {
    assertEquals(7, Cursor.SPELLS.read(Optional.empty(), 7));
  }

  // The last four are s, s0, s-1 and s1 with a blank in base64.
  @ParameterizedTest
  @ValueSource(strings = {"", "1", "garbage", "' OR 1=1 --", "%00", "🙂", "cw", "czA", "cy0x", "czEg"})
  void refusesWhatItNeverWrote(String after) {
    assertBadRequest(after);
  }

  @Test
  void refusesTheCursorOfAnotherListAndAVeryLongOne() {
    assertBadRequest(Cursor.VERSIONS.after(3));
    assertBadRequest("c".repeat(1_000_000));
  }

  private static void assertBadRequest(String after) {
    Failure refusal = assertThrows(Failure.class, () -> Cursor.SPELLS.read(Optional.of(after), 7));

    assertEquals(FailureCode.BAD_REQUEST, refusal.code());
  }
}
