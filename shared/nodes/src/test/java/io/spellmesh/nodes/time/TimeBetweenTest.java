package io.spellmesh.nodes.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class TimeBetweenTest {
  @Test
  void givesSecondsAndWholeDays() {
    assertEquals("{'seconds':129600.5,'days':1}", Trial.of(new TimeBetween())
        .given("from", "'2026-11-22'").given("to", "'2026-11-23T12:00:00.5Z'").outputsOfRun());
    assertEquals("{'seconds':-36000,'days':0}",
        Trial.of(new TimeBetween()).given("to", "'2026-11-22'").outputsOfRun());
  }
}
