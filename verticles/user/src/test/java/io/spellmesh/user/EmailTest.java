package io.spellmesh.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EmailTest {
  @Test
  void comparesInLowerCaseInEveryLanguageOfTheServer() {
    assertEquals("title@example.org", Email.of("TITLE@Example.ORG").text());
    assertEquals("ünï@example.org", Email.of("ÜNÏ@example.org").text());
  }

  @Test
  void comparesWhatLooksTheSameAsTheSame() {
    assertEquals(Email.of("ju\u0308rgen@example.org"), Email.of("j\u00fcrgen@example.org"));
  }

  @Test
  void keepsLettersBeyond16BitsAndReplacesWhatNoDatabaseKeeps() {
    assertEquals("😀@example.org", Email.of("😀@example.org").text());
    assertEquals("\uFFFD\uFFFD@example.org", Email.of("\ud83d\u0000@example.org").text());
  }

  @Test
  void knowsTheProgramsOwnAddressesInAnyCase() {
    assertTrue(Email.of("OWNER@SPELLMESH.local").isReserved());
    assertFalse(Email.of("owner@spellmesh.local.example.org").isReserved());
  }
}
