package io.spellmesh.nodes.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class AddTimeTest {
  @Test
  void countsDaysByTheCalendarAndHoursByTheClock() {
    assertEquals(TextNode.valueOf("2026-10-25T12:00:00+01:00"), added("1", "days"));
    assertEquals(TextNode.valueOf("2026-10-25T11:00:00+01:00"), added("24", "hours"));
    assertEquals(TextNode.valueOf("2026-09-24T12:00:00+02:00"), added("-1", "months"));
  }

  @Test
  void beginsWithTheRunIfNoTimeIsGiven() {
    assertEquals("{'output':'2026-11-23T10:00:00Z','timestamp':1795428000000}",
        Trial.of(new AddTime()).outputsOfRun());
  }

  @Test
  void refusesPartsAndWhatIsTooFar() {
    assertEquals("input 'amount': got 1.5, needs a whole number up to 1000000000",
        Trial.of(new AddTime()).given("amount", "1.5").failure());
    assertEquals("the time lies outside of the years 1 to 9999",
        Trial.of(new AddTime()).set("{'unit':'years','amount':9000}").failure());
    assertEquals("the time lies outside of the years 1 to 9999",
        Trial.of(new AddTime()).set("{'unit':'years','amount':1000000000}").failure());
  }

  private static JsonNode added(String amount, String unit) {
    return Trial.of(new AddTime()).set("timeZone", "Europe/Berlin").set("unit", unit)
        .given("time", "'2026-10-24T12:00:00'").given("amount", amount).run().outputs().get("output");
  }
}
