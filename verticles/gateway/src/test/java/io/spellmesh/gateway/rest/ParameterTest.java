package io.spellmesh.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.contract.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "201", "1.5", "", " 5", "ten", "99999999999999999999", "0x10", "٣"})
  void refusesLimitsThatAreNone(String text) {
    Failure failure = assertThrows(Failure.class, () -> Parameter.LIMIT.read(text));

    assertEquals("limit is '" + text + "', must be a whole number from 1 to 200", failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "9223372036854775808", "x", ""})
  void refusesEventNumbersThatAreNone(String text) {
    assertThrows(Failure.class, () -> Parameter.AFTER_EVENT.read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nb", "ä"})
  void refusesMarkersThatNobodyGaveOut(String text) {
    assertThrows(Failure.class, () -> Parameter.AFTER.read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-1-1-1-1", "x", "", "00000000-0000-4000-8000-00000000000a "})
  void refusesIdsThatAreNone(String text) {
    assertThrows(Failure.class, () -> Parameter.id("project", "").read(text));
  }

  @Test
  void readsWhatIsRight() {
    assertEquals(200, Parameter.LIMIT.read("200"));
    assertEquals(7L, Parameter.AFTER_EVENT.read("7"));
    assertEquals("eyJhIjoxfQ==", Parameter.AFTER.read("eyJhIjoxfQ=="));
  }
}
