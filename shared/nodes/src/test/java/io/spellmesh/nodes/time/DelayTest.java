package io.spellmesh.nodes.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DelayTest {
  @Test
  void letsTimePassAndPassesItsValueOn() {
    Trial trial = Trial.of(new Delay()).set("seconds", "7").given("seconds", "1.5").given("input", "[1]");

    assertEquals("{'output':[1]}", trial.outputsOfRun());
    assertEquals(Duration.ofMillis(1_500), trial.paused());
  }

  @Test
  void refusesToWaitBackwardsOrForLong() {
    assertEquals("Seconds is -1, must be from 0 to 100",
        Trial.of(new Delay()).given("seconds", "-1").failure());
    assertEquals("Seconds is 101, must be from 0 to 100",
        Trial.of(new Delay()).given("seconds", "101").failure());
  }
}
