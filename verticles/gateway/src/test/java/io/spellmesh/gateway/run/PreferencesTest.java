package io.spellmesh.gateway.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreferencesTest {

  @Test
  void waitsAMinuteIfNothingIsSaid() {
    Preferences preferences = Preferences.of(List.of());

    assertFalse(preferences.async());
    assertEquals(Duration.ofSeconds(60), preferences.patienceOrUsual());
    assertEquals(Optional.empty(), preferences.applied());
  }

  @Test
  void takesWhatItKnowsAmongWhatItDoesNot() {
    Preferences preferences = Preferences.of(List.of("return=minimal; foo=bar", "Wait = \"5\", wait=7, x"));

    assertEquals(Duration.ofSeconds(5), preferences.patienceOrUsual());
    assertEquals(Optional.of("wait=5"), preferences.applied());
  }

  @Test
  void waitsNoLongerThanARunMayTake() {
    assertEquals(Duration.ofSeconds(900), Preferences.of(List.of("wait=100000")).patienceOrUsual());
    assertEquals(Duration.ofSeconds(60), Preferences.of(List.of("wait=99999999999")).patienceOrUsual());
    assertEquals(Duration.ofSeconds(60), Preferences.of(List.of("wait=-1")).patienceOrUsual());
    assertEquals(Duration.ZERO, Preferences.of(List.of("wait=0")).patienceOrUsual());
  }

  @Test
  void answersAtOnceIfAsked() {
    Preferences preferences = Preferences.of(List.of("respond-async, wait=10"));

    assertTrue(preferences.async());
    assertEquals(Optional.of("respond-async"), preferences.applied());
  }
}
