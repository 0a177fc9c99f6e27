package io.spellmesh.nodes.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Waiting;
import io.spellmesh.nodes.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DelayTest {
  @Test
  void letsTimePassAndPassesItsValueOn() {
    Trial trial = Trial.of(new Delay()).set("seconds", "7").given("seconds", "1.5").given("input", "[1]");

    assertEquals("{'output':[1]}", trial.outputsOfRun());
    assertEquals(Duration.ofMillis(1_500), trial.paused());
  }

  @Test
  void putsTheRunAsideForLongTimes() {
    Trial trial = Trial.of(new Delay()).given("seconds", "3600").given("input", "[1]").at("2026-11-22T10:00:00Z");

    assertEquals(Optional.of(new Waiting.Until(Instant.parse("2026-11-22T11:00:00Z"))), trial.run().waiting());
    assertEquals("{'output':[1]}", trial.answered("'2026-11-22T11:00:00Z'").outputsOfRun());
    assertEquals(Duration.ZERO, trial.paused());
  }

  @Test
  void refusesToWaitBackwardsOrForMonths() {
    assertEquals("input 'seconds': got -1, needs 0 to 2591940",
        Trial.of(new Delay()).given("seconds", "-1").failure());
    assertEquals("input 'seconds': got 2592000, needs 0 to 2591940",
        Trial.of(new Delay()).given("seconds", "2592000").failure());
  }
}
