package io.spellmesh.nodes.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTimeTest {
  @Test
  void writesATimeInThePatternZoneAndLanguage() {
    assertEquals("{'output':'22 November 2026, 10:00'}", Trial.of(new FormatTime()).outputsOfRun());
    assertEquals("{'output':'Sonntag 11:00'}", Trial.of(new FormatTime())
        .set("{'format':'EEEE HH:mm','timeZone':'Europe/Berlin','language':'de'}")
        .given("time", "'2026-11-22T10:00:00Z'").outputsOfRun());
  }

  @ParameterizedTest
  @CsvSource({"'2026-11-22T10:00:00+01:00',2026-11-22 09:00", "'2026-11-22T10:00:00',2026-11-22 10:00",
      "'2026-11-22',2026-11-22 00:00", "'1795341600000',2026-11-22 10:00"})
  void readsTimesAsPeopleAndProgramsWriteThem(String time, String expected) {
    assertEquals(TextNode.valueOf(expected), Trial.of(new FormatTime()).set("format", "yyyy-MM-dd HH:mm")
        .value("time", TextNode.valueOf(time)).run().outputs().get("output"));
  }

  @Test
  void saysWhatIsWrong() {
    assertEquals("input 'time': got \"soon\", needs a time such as 2026-11-22T10:00:00Z, or milliseconds since 1970",
        Trial.of(new FormatTime()).given("time", "'soon'").failure());
    assertTrue(Trial.of(new FormatTime()).set("format", "bogus{").failure()
        .startsWith("'bogus{' is no pattern of a time: "));
    assertEquals("the pattern has 101 characters, may have 100",
        Trial.of(new FormatTime()).set("format", "y".repeat(101)).failure());
    assertTrue(Trial.of(new FormatTime()).given("time", "1e300").failure().startsWith("input 'time': got 1.0E300"));
  }
}
