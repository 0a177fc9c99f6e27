package io.spellmesh.nodes.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class CurrentTimeTest {
  @Test
  void givesTheTimeOfTheRunInTheZone() {
    assertEquals("{'string':'2026-11-22T10:00:00.123Z','timestamp':1795341600123}",
        Trial.of(new CurrentTime()).at("2026-11-22T10:00:00.123456Z").outputsOfRun());
    assertEquals("{'string':'2026-07-01T12:00:00+02:00','timestamp':1782900000000}",
        Trial.of(new CurrentTime()).at("2026-07-01T10:00:00Z").set("timeZone", "Europe/Berlin").outputsOfRun());
  }

  @Test
  void refusesAZoneThatThereIsNot() {
    assertEquals("'Atlantis' is no time zone; there are UTC, Europe/Berlin, +02:00 and so on",
        Trial.of(new CurrentTime()).set("timeZone", "Atlantis").failure());
  }
}
